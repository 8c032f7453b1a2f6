/**
 * Letters of the block of radicals that fonts of PDF files take for whole characters of the same shape, and those
 * characters (Unicode, EquivalentUnifiedIdeograph). The radicals of Kangxi fold by NFKC.
 */
const RADICALS =
  '⺁⺄⺆⺈⺋⺌⺍⺎⺏⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺝⺞⺟⺠⺡⺢⺣⺤⺥⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻢⻣⻤⻥⻦⻨⻩⻪⻬⻮⻰⻳';
const WHOLE =
  '厂乙冂刀㔾小小兀尣尢巳幺彐彐忄㣺扌攵旡月歺母民氵氺灬爫爫牛犭王疋目示礻竹糸纟网罒羊羊羊耂耂聿肉臼艹艹艹虎衣覀西见角角讠贝足车辶辶辶邑钅長镸长门阝雨青韦页风飞食食饣马骨鬼鱼鸟麦黄黾齐齿龙龟';

const whole = new Map([...RADICALS].map((radical, i) => [radical, [...WHOLE][i] ?? radical]));

/** A character as it is meant, where the file names a radical of the same shape. */
export const unradical = (char: string): string =>
  char >= '\u2f00' && char <= '\u2fd5' ? char.normalize('NFKC') : (whole.get(char) ?? char);
