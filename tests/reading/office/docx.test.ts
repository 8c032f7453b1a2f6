import { describe, expect, it } from 'vitest';
import { read } from '../../../src/reading';
import { blocksOf, refusal, shown } from './support';
import { docx, docxParts, p, run, tbl, tc, tr, zipOf } from './write-office';

const RESTART = '<w:vMerge w:val="restart"/>';
const ON = '<w:vMerge/>';
const span = (n: number): string => `<w:gridSpan w:val="${n}"/>`;
const para = (content: string): string => `<w:p>${content}</w:p>`;
const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const control = (content: string, properties = ''): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

describe('a paragraph', () => {
  it.each([
    ['joins its runs', p('一、总|体情|况'), ['一、总体情况']],
    ['keeps tabs as two spaces', para(`${run('甲')}<w:r><w:tab/></w:r>${run('5')}`), ['甲  5']],
    ['breaks where it says so', para(`${run('甲')}<w:r><w:br/></w:r>${run('乙')}`), ['甲', '乙']],
    ['keeps quotes as they are', p('“三安全一稳定”'), ['“三安全一稳定”']],
    ['keeps insertions', para(`${run('共')}<w:ins>${run('12')}</w:ins>${run('件')}`), ['共12件']],
    [
      'drops deletions',
      para(`${run('共')}<w:del><w:r><w:delText>9</w:delText></w:r>${run('9')}</w:del>${run('12件')}`),
      ['共12件'],
    ],
    [
      'drops what was moved away',
      para(`<w:moveFrom>${run('9')}</w:moveFrom><w:moveTo>${run('8')}</w:moveTo>`),
      ['8'],
    ],
    [
      'joins the next when its end is deleted',
      p('总体', '<w:rPr><w:del/></w:rPr>') + p('情况'),
      ['总体情况'],
    ],
    [
      'reads links and controls through',
      para(
        `<w:hyperlink>${run('甲')}</w:hyperlink>${control(run('乙'))}<w:smartTag>${run('丙')}</w:smartTag>`,
      ),
      ['甲乙丙'],
    ],
    [
      'leaves out what a control asks for',
      para(run('甲') + control(run('单击输入'), '<w:showingPlcHdr/>')),
      ['甲'],
    ],
    ['leaves out marks of notes', para(`${run('12')}<w:r><w:footnoteReference w:id="1"/></w:r>`), ['12']],
    [
      'keeps raised figures apart',
      para(run('12') + run('1', '<w:vertAlign w:val="superscript"/>')),
      ['12[1]'],
    ],
    [
      'reads no number from white digits beside others',
      para(run('1', '<w:color w:val="FFFFFF"/>') + run('2')),
      ['□2'],
    ],
    ['reads digits that are all white', para(run('12', '<w:color w:val="FFFFFF"/>')), ['12']],
    ['leaves out hidden letters', para(run('1', '<w:vanish/>') + run('2', '<w:vanish w:val="0"/>')), ['2']],
    ['says that struck figures are unclear', para(run('5', '<w:strike/>') + run('6')), ['□6']],
    [
      'says that symbols are unclear',
      para(`${run('1')}<w:r><w:sym w:font="Symbol" w:char="F030"/></w:r>`),
      ['1□'],
    ],
    [
      'says that fractions are unclear',
      para(
        `<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>`,
      ),
      ['□'],
    ],
    ['reads plain formulas', para(`<m:oMath><m:r><m:t>12</m:t></m:r></m:oMath>`), ['12']],
    [
      'reads the word, not its pronunciation',
      para(
        '<w:r><w:ruby><w:rt><w:r><w:t>9</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>年</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      ),
      ['年'],
    ],
  ])('%s', (_, body, lines) => {
    expect(shown(docx(body))).toEqual(lines);
  });

  it('has the results of fields, not their instructions', () => {
    const nested = `${field('begin')}${run('IF ')}${field('begin')}${run('7')}${field('separate')}${run('8')}${field('end')}${field('separate')}${run('12')}${field('end')}`;
    expect(shown(docx(para(run('共') + nested + run('件'))))).toEqual(['共12件']);
    expect(shown(docx(para(field('begin') + run('PAGE')) + p('正文')))).toEqual(['正文']);
  });

  it('is followed by its text boxes, each once', () => {
    const box = (text: string): string =>
      `<w:r><w:pict><w:txbxContent>${p(text)}</w:txbxContent></w:pict></w:r>`;
    const twice = `<mc:AlternateContent><mc:Choice>${box('标题')}</mc:Choice><mc:Fallback>${box('标题')}</mc:Fallback></mc:AlternateContent>`;
    expect(shown(docx(para(run('正文') + twice)))).toEqual(['正文', '标题']);
    const old = `<mc:AlternateContent><mc:Choice/><mc:Fallback>${box('标题')}</mc:Fallback></mc:AlternateContent>`;
    expect(shown(docx(para(old)))).toEqual(['标题']);
  });

  it('stands where its number among the paragraphs says', () => {
    expect(blocksOf(docx(p('') + p(' 甲') + tbl(tr(tc('1'), tc('2'))) + p('乙'))).map((it) => it.at)).toEqual(
      [
        { line: 2, column: 2 },
        { table: 1, row: 1 },
        { line: 3, column: 1 },
      ],
    );
  });
});

describe('a table', () => {
  it('has merged cells once, where they begin', () => {
    const table = tbl(
      tr(tc('甲', RESTART), tc('乙', span(2))),
      tr(tc('藏', ON), tc('1'), tc('2')),
      tr(tc('', ON), tc('3'), tc('')),
      tr(tc('丙', ON + span(2)), tc('4')),
    );
    expect(shown(docx(table))).toEqual([['甲', '1+2 乙'], ['1+1 1', '2+1 2'], ['1+1 3', '2+1 '], ['2+1 4']]);
  });

  it('keeps a cell that goes on nothing', () => {
    expect(
      shown(
        docx(
          tbl(
            tr(tc('1', ON), tc('2')),
            tr(tc('3', span(2))),
            tr(tc('4'), tc('5', ON)),
            tr(tc('6', ON), tc('7')),
          ),
        ),
      ),
    ).toEqual([['1', '2'], ['0+2 3'], ['4', '5'], ['6', '7']]);
  });

  it('knows cells left out before a row, and old horizontal merges', () => {
    const row = `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${tc('1')}${tc('', '<w:hMerge/>')}${tc('2')}</w:tr>`;
    expect(shown(docx(tbl(row)))).toEqual([['2+2 1', '4+1 2']]);
  });

  it('drops deleted rows and cells, and keeps those inside controls', () => {
    const deleted = `<w:tr><w:trPr><w:del/></w:trPr>${tc('9')}${tc('9')}</w:tr>`;
    const inside = control(
      tr(control(tc('1')), tc('8', '<w:cellDel/>'), control(tc('请输入'), '<w:showingPlcHdr/>')),
    );
    expect(shown(docx(tbl(deleted, inside)))).toEqual([['1', '']]);
  });

  it('tells a picture from a blank', () => {
    const picture = para('<w:r><w:drawing/></w:r>');
    expect(shown(docx(tbl(tr(tc(picture), tc('')))))).toEqual([['□', '']]);
  });

  it('that holds a table lays out the page', () => {
    const inner = tbl(tr(tc('1'), tc('2')));
    expect(shown(docx(tbl(tr(tc(p('甲') + inner + p('乙')), tc('丙')))))).toEqual([
      '甲',
      ['1', '2'],
      '乙',
      '丙',
    ]);
    expect(shown(docx(tbl(tr(tc('长'.repeat(401)), tc('丙')))))).toEqual(['长'.repeat(401), '丙']);
  });

  it('of damaged numbers is no trap', () => {
    const row = tr(
      tc('1', '<w:gridSpan w:val="-3"/>'),
      tc('2', span(1e9)),
      tc('3', '<w:gridSpan w:val="x"/>'),
    );
    expect(shown(docx(tbl(row)))).toEqual([['1', '1+500 2', '501+1 3']]);
  });
});

const level = (i: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const numbering = (levels: string, override = ''): Record<string, string> => ({
  'word/numbering.xml': `<w:numbering ${W}><w:abstractNum w:abstractNumId="7">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/>${override}</w:num></w:numbering>`,
});
const item = (text: string, i = 0, list = 1): string =>
  p(text, `<w:numPr><w:ilvl w:val="${i}"/><w:numId w:val="${list}"/></w:numPr>`);

describe('a generated number', () => {
  it('counts by level', () => {
    const levels =
      level(0, 'chineseCounting', '%1、') +
      level(1, 'japaneseCounting', '（%2）') +
      level(2, 'decimal', '%3.');
    const body = [
      item('甲'),
      item('乙', 1),
      item('丙', 1),
      item('丁', 2),
      p('文'),
      item('戊'),
      item('己', 1),
    ];
    expect(shown(docx(body.join(''), numbering(levels)))).toEqual([
      '一、甲',
      '（一）乙',
      '（二）丙',
      '1.丁',
      '文',
      '二、戊',
      '（一）己',
    ]);
  });

  it('goes past ten, and begins anew where told', () => {
    const lines = shown(
      docx(
        Array.from({ length: 21 }, () => item('甲')).join('') + item('乙', 0, 2),
        numbering(
          level(0, 'chineseCountingThousand', '第%1条'),
          '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>',
        ),
      ),
    );
    expect([9, 10, 18, 19, 20, 21].map((i) => lines[i])).toEqual([
      '第十条 甲',
      '第十一条 甲',
      '第十九条 甲',
      '第二十条 甲',
      '第二十一条 甲',
      '第五条 乙',
    ]);
  });

  it.each([
    ['decimalEnclosedCircle', '%1', '5件', '(1)5件'],
    ['decimal', '%1', '5件', '1、5件'],
    ['decimal', '%1.', '5件', '1、5件'],
    ['decimal', '%1.', '件', '1.件'],
    ['upperRoman', '%1', '甲', 'I 甲'],
    ['lowerLetter', '%1)', '甲', 'a)甲'],
    ['bullet', '\uf0b7', '5件', '5件'],
    ['unknownFormat', '%1、', '甲', '1、甲'],
  ])('in %s never runs into digits', (format, text, content, line) => {
    expect(shown(docx(item(content), numbering(level(0, format, text))))).toEqual([line]);
  });

  it('comes from the style, unless the paragraph has none', () => {
    const styles = `<w:styles ${W}><w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`;
    const body =
      p('甲', '<w:pStyle w:val="a"/>') +
      p('乙', '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
      p('丙', '<w:pStyle w:val="b"/>');
    const levels = level(0, 'decimal', '%1.') + level(1, 'japaneseCounting', '%2、', '<w:pStyle w:val="b"/>');
    expect(shown(docx(body, { ...numbering(levels), 'word/styles.xml': styles }))).toEqual([
      '一、甲',
      '乙',
      '二、丙',
    ]);
  });

  it('is there in cells too', () => {
    const table = tbl(tr(tc(item('甲')), tc('5')), tr(tc(item('乙')), tc('6')));
    expect(shown(docx(table, numbering(level(0, 'decimal', '%1.'))))).toEqual([
      ['1.甲', '5'],
      ['2.乙', '6'],
    ]);
  });
});

describe('a Word file', () => {
  it('is known by its content type, wherever its parts lie', () => {
    const parts = Object.entries(docxParts(p('甲'))).map(([name, part]) => [
      name.replace('word/document', 'word/document2'),
      typeof part === 'string' ? part.replace('word/document.xml', 'word/document2.xml') : part,
    ]);
    expect(shown(zipOf(Object.fromEntries(parts) as Record<string, string>))).toEqual(['甲']);
  });

  it.each(['<w:altChunk/>', '<w:subDoc/>'])(
    'part of which lies in %s is refused, not read in part',
    (elsewhere) => {
      expect(refusal(() => read(docx(p('甲') + elsewhere), 'x'))).toBe(
        'unsupported_format docx of several documents',
      );
    },
  );

  it('without any text is said to be pictures', () => {
    expect(refusal(() => read(docx(para('<w:r><w:drawing/></w:r>')), 'x'))).toBe('no_text docx');
  });

  it('without its main part is damaged', () => {
    const { 'word/document.xml': main, ...rest } = docxParts(p('甲'));
    expect(main).toBeDefined();
    expect(refusal(() => read(zipOf(rest), 'x'))).toBe('damaged word/document.xml');
  });
});
