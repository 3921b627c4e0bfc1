// Decodes jobs with npos and compares each with a picture, dot by dot.
// Usage: node compare.js JOB.escpos PICTURE.png [ROWS_ABOVE]
//        node compare.js --all FOLDER    each NAME.escpos with its NAME.png
// ROWS_ABOVE: white rows of the picture before the job's first, which lay between head and cutter.
'use strict';
const fs = require('fs');
const path = require('path');
const npos = require('npos');
const raster = require('npos/lib/codecs/raster');
const { PNG } = require('pngjs');

const fail = message => { throw new Error(message); };

const rules = npos.parser().rules;
rules[0x1d]['(k'] = [0, 'd16']; // npos 0.1.19 does not know QR codes

const isBlack = (picture, x, y) => picture.data[(y * picture.width + x) * 4] < 128;

// A code that the printer draws: no decoder says which dots those are, so it must be a square of whole modules in the
// picture, alone on its rows and in the middle. Gives its height; zbarimg reads what it says.
const codeAt = (picture, top, module) => {
    let left = picture.width;
    let right = 0;
    let rows = 0;
    for (let ink = true; ink && top + rows < picture.height; rows += ink ? 1 : 0) {
        ink = false;
        for (let x = 0; x < picture.width; ++x) {
            if (!isBlack(picture, x, top + rows)) continue;
            ink = true;
            left = Math.min(left, x);
            right = Math.max(right, x + 1);
        }
    }
    const modules = rows / module;
    if (right - left !== rows || modules < 21 || (modules - 21) % 4 !== 0) fail(`the job has a code at row ${top}, the picture has none`);
    if (Math.abs(left + right - picture.width) > 16) fail('the code of the picture is not in its middle');
    return rows;
};

// DLE EOT, DLE ENQ and DLE DC4 are obeyed even inside a picture: the one dot of such a DLE is not printed.
const isCleared = (job, at) => job[at] === 0 && [0x04, 0x05, 0x14].includes(job[at + 1]);

const compare = (jobFile, pictureFile, above) => {
    const job = fs.readFileSync(jobFile);
    const picture = PNG.sync.read(fs.readFileSync(pictureFile));
    const analysed = npos.parser(rules).analyze(job);
    if (analysed.error) fail(`npos: ${analysed.error.message}`);
    const last = analysed.tree[analysed.tree.length - 1];
    // npos is lenient about a cut-off end.
    if (last.offset + last.length !== job.length) fail(`the last command ends at ${last.offset + last.length} of ${job.length} bytes`);

    const black = new Uint8Array(picture.width * picture.height);
    let y = above;
    let align = 0;
    let pictures = 0;
    let module = 0;
    let content = '';
    let codes = 0;
    let cleared = 0;
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
        if (name === 'GS(k' && job[node.offset + 6] === 67) module = job[node.offset + 7];
        if (name === 'GS(k' && job[node.offset + 6] === 80) content = job.toString('latin1', node.offset + 8, node.offset + node.length);
        if (name === 'GS(k' && job[node.offset + 6] === 81) {
            if (!/^https?:\/\/\S+\/t\/[0-9A-Z]+$/.test(content)) fail(`the code says '${content}'`);
            if (align !== 1) fail('the code is not printed in the middle');
            const rows = codeAt(picture, y, module);
            for (const end = y + rows; y < end; ++y)
                for (let x = 0; x < picture.width; ++x) black[y * picture.width + x] = isBlack(picture, x, y) ? 1 : 0;
            ++codes;
        }
        if (name !== 'GSv0') continue;
        ++pictures;
        const image = raster.decode(job, [{ offset: node.offset }]);
        // npos gives the dots as sent; m says how the printer enlarges them.
        const wide = 1 + (job[node.offset + 3] & 1);
        const high = 1 + ((job[node.offset + 3] >> 1) & 1);
        const width = image.width * wide;
        const left = align === 0 ? 0 : Math.floor((area - width) / (align === 1 ? 2 : 1));
        for (let row = 0; row < image.height * high; ++row, ++y)
            for (let x = 0; x < width; ++x) {
                const dot = Math.floor(x / wide);
                const line = Math.floor(row / high);
                if (image.getPixel(dot, line) !== 0) {
                    const at = node.offset + 8 + (line * image.width + dot) / 8 - 3 / 8;
                    if (dot % 8 !== 3 || !isCleared(job, at) || !isBlack(picture, left + x, y)) continue;
                    ++cleared;
                }
                if (y >= picture.height || left + x >= picture.width) fail(`a dot at ${left + x},${y} is off the picture`);
                black[y * picture.width + left + x] = 1;
            }
    }

    let dots = 0;
    let different = 0;
    for (let i = 0; i < black.length; ++i) {
        dots += black[i];
        if ((isBlack(picture, i, 0) ? 1 : 0) !== black[i]) ++different;
    }
    if (dots === 0) fail('the job holds no dot');
    if (different > 0) fail(`${different} dots differ`);
    return { commands: analysed.tree.length, pictures, codes, dots, cleared };
};

const compareAll = folder => {
    const names = fs.readdirSync(folder).filter(name => name.endsWith('.escpos'));
    const sum = { commands: 0, pictures: 0, codes: 0, dots: 0, cleared: 0 };
    for (const name of names) {
        const one = path.join(folder, name);
        let seen;
        try {
            seen = compare(one, one.replace(/escpos$/, 'png'), 0);
        } catch (error) {
            fail(`${name}: ${error.message}`);
        }
        for (const key of Object.keys(sum)) sum[key] += seen[key];
    }
    return `${names.length} jobs of ${sum.commands} commands, ${sum.pictures} pictures, ${sum.codes} codes, ${sum.dots} black dots: none differs but ${sum.cleared} that would be a command`;
};

try {
    const [first, second, above] = process.argv.slice(2);
    if (first === '--all') {
        console.log(compareAll(second));
    } else {
        const seen = compare(first, second, Number(above || 0));
        console.log(`${seen.commands} commands, ${seen.pictures} pictures, ${seen.dots} black dots: none differs`);
    }
} catch (error) {
    console.error(error.message);
    process.exit(1);
}
