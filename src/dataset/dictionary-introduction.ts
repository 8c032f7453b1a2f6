/** The part of `data/README.md` that is written, not derived. */
export const introduction = `# Data dictionary

Written by \`npm run build-data\`; do not edit. The words are in \`src/dataset\`.

## What lies here

| path | what |
|---|---|
| \`datasets.json\` | ids of the datasets; the first one opens |
| \`<id>/manifest.json\` | what a dataset is: title, real or simulated, licence, day, years, levels, and every file with rows, bytes and sha256 |
| \`<id>/<table>.parquet\` | the tables below; snappy, statistics for every row group |
| \`sources/<id>/\` | what a dataset is built from: \`dataset.json\`, \`*.jsonl\` of facts, report documents, \`roster.csv\` of who is expected to report |
| \`regions/\` | official codes of provinces, cities, counties and townships (\`regions/LICENSE.md\`) |

\`real\` holds figures and addresses of real reports and no sentence of them: a sample, not complete. \`demo\` is simulated: a district that does not exist. Real and simulated reports are never in one dataset. Licences: \`licence\` in each manifest.

## Rules that always hold

- **Missing is not zero.** A null in a column of numbers means that no number is known. Why it is not known stands in \`t2_state\`, \`t3_state\`, \`t4_state\` for the table and in \`evidence.state\` for the cell: \`blank\` (printed empty), \`slash\` (/ or —), \`word\` (无), \`row_missing\`, \`table_missing\`, \`unreadable\` (our failure), \`not_collected\` (nobody looked).
- **Derived is said.** A number that is not printed, but that the sums printed on the form prove, is filled in, counted in \`reports.derived_cells\` and marked \`derived\` in \`evidence\`.
- **Labels stay.** \`items.label\` and \`channels.label\` are as the report writes them; \`category\` and \`channel\` are ours. A label with several subjects goes to the first of them.
- **One level at a time.** A county’s own report already contains its departments and townships: add up over one \`level\`, and over \`is_primary\` only.
- **Regions.** Ids are official codes without trailing zeros (2, 4, 6, 9 digits); a place without a code, such as a development zone, is \`<parent>~<name>\`. Counties that no city governs stand under a placeholder city (\`3101\` 上海市辖区, \`4290\` 湖北省直辖县).
- **Sentences are held where they may be.** \`sources\` and \`narratives\` hold the text of documents when the source says so (\`holds_text\` in its \`dataset.json\`; on for simulated data, off for real): \`real\` has none. What a position points at is the row of \`sources\` with its \`at_paragraph\`, else its \`at_table\` and \`at_row\`, else its \`at_line\`.
- The same sources give the same bytes. Nothing depends on the clock.

## Reading it

\`\`\`sql
-- DuckDB
SELECT agency, year, t3_new_received_total FROM 'data/real/reports.parquet' WHERE province_id = '37';
-- ClickHouse
SELECT agency, year, t3_new_received_total FROM file('data/real/reports.parquet') WHERE province_id = '37';
\`\`\`

\`\`\`python
# Spark
spark.read.parquet("data/real/reports.parquet").where("province_id = '37'").select("agency", "year")
\`\`\`

Own data: \`npm run build-data -- FOLDER --out data/mine --id mine --title "…"\` reads a folder of report files.
`;
