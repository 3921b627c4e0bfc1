// Decodes a job with npos and compares it with a picture, dot by dot.
// Usage: node compare.js JOB.escpos PICTURE.png [ROWS_ABOVE]
// ROWS_ABOVE: white rows of the picture before the job's first, which lay between head and cutter.
'use strict';
const fs = require('fs');
const npos = require('npos');
const raster = require('npos/lib/codecs/raster');
const { PNG } = require('pngjs');

const fail = message => {
    console.error(message);
    process.exit(1);
};

const [jobFile, pictureFile, above] = process.argv.slice(2);
const job = fs.readFileSync(jobFile);
const picture = PNG.sync.read(fs.readFileSync(pictureFile));
const rules = npos.parser().rules;
rules[0x1d]['(k'] = [0, 'd16']; // npos 0.1.19 does not know QR codes

const analysed = npos.parser(rules).analyze(job);
if (analysed.error) fail(`npos: ${analysed.error.message}`);
const last = analysed.tree[analysed.tree.length - 1];
// npos is lenient about a cut-off end.
if (last.offset + last.length !== job.length) fail(`the last command ends at ${last.offset + last.length} of ${job.length} bytes`);

const black = new Uint8Array(picture.width * picture.height);
let y = Number(above || 0);
let align = 0;
let pictures = 0;
// Half a dot down the paper, as on an Epson, until GS P says how many units an inch has.
const head = 203;
let perInch = 2 * head;
// GS W: alignment counts within so many dots from the left.
let area = picture.width;
for (const node of analysed.tree) {
    const name = node.ascii + (node.fn || '');
    if (name === 'ESC@') { align = 0; perInch = 2 * head; area = picture.width; }
    if (name === 'GSW') area = Math.min(picture.width, job.readUInt16LE(node.offset + 2));
    if (name === 'GSP') perInch = job[node.offset + 3] || 2 * head;
    if (name === 'ESCa') align = job[node.offset + 2] & 3;
    if (name === 'ESCJ') y += Math.floor((job[node.offset + 2] * head) / perInch);
    if (name === 'STX') fail(`text at ${node.offset}: this judge sees pictures only`);
    if (name !== 'GSv0') continue;
    ++pictures;
    const image = raster.decode(job, [{ offset: node.offset }]);
    // npos gives the dots as sent; m says how the printer enlarges them.
    const wide = 1 + (job[node.offset + 3] & 1);
    const high = 1 + ((job[node.offset + 3] >> 1) & 1);
    const width = image.width * wide;
    const left = align === 0 ? 0 : Math.floor((area - width) / (align === 1 ? 2 : 1));
    for (let row = 0; row < image.height * high; ++row, ++y)
        for (let x = 0; x < width; ++x)
            if (image.getPixel(Math.floor(x / wide), Math.floor(row / high)) === 0) {
                if (y >= picture.height || left + x >= picture.width) fail(`a dot at ${left + x},${y} is off the picture`);
                black[y * picture.width + left + x] = 1;
            }
}

let dots = 0;
let different = 0;
for (let i = 0; i < black.length; ++i) {
    dots += black[i];
    if ((picture.data[i * 4] < 128 ? 1 : 0) !== black[i]) ++different;
}
if (dots === 0) fail('the job holds no dot');
if (different > 0) fail(`${different} dots differ`);
console.log(`${analysed.tree.length} commands, ${pictures} pictures, ${dots} black dots: none differs`);
