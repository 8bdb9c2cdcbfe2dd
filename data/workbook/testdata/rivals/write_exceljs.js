// Writes the rows of a file, a JSON array on each line, as a workbook with the stream of exceljs.
// Prints the seconds that writing takes, without those of reading the rows, and the most memory in MB.
const fs = require('fs');
const readline = require('readline');
const excel = require('exceljs');

const [input, output] = process.argv.slice(2);

async function eachRow(take) {
  const lines = readline.createInterface({input: fs.createReadStream(input), crlfDelay: Infinity});
  for await (const line of lines) take(JSON.parse(line));
}

async function main() {
  let start = process.hrtime.bigint();
  await eachRow(() => {});
  const reading = process.hrtime.bigint() - start;

  start = process.hrtime.bigint();
  const book = new excel.stream.xlsx.WorkbookWriter({filename: output});
  const sheet = book.addWorksheet('Sheet1');
  await eachRow(row => sheet.addRow(row).commit());
  sheet.commit();
  await book.commit();
  const writing = process.hrtime.bigint() - start - reading;
  const [, most] = /VmHWM:\s*(\d+)/.exec(fs.readFileSync('/proc/self/status', 'ascii'));
  console.log(Number(writing) / 1e9, Math.round(most / 1024));
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
