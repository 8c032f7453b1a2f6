/** The interface in the user's language. A third language is one more file like `en.ts`. */
import { en } from './en';
import { zh } from './zh';

export type Lang = 'zh' | 'en';
export type MessageKey = keyof typeof zh;
export type Params = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, params?: Params) => string;

const messages: Readonly<Record<Lang, Readonly<Record<MessageKey, string>>>> = { zh, en };

const fill = (text: string, params: Params): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));

/** Looks a message up and fills its `{placeholders}`. A placeholder without a value stays visible. */
export const translator =
  (lang: Lang): Translate =>
  (key, params = {}) =>
    fill(messages[lang][key], params);

/** Language of a name that came from data, for who has it read out; undefined leaves it to the page. */
export const langOf = (name: string): 'zh-CN' | undefined =>
  /^\p{Script=Han}/u.test(name) ? 'zh-CN' : undefined;

/** Whether a key that came from data (a rule, an error code) has a message. */
export const hasMessage = (key: string): key is MessageKey => key in zh;
