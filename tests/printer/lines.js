// Cuts every text of tickets out of their pictures, for tesseract to read each by itself, and compares what it read.
// Usage: node lines.js cut FOLDER    of all NAME.txt and NAME.png: pictures, and their list in FOLDER/lines
//            a ticket named +NAME is in two languages: of it only what others say too
//        node lines.js judge FOLDER READ    READ: what was read, a page for each of the list
'use strict';
const fs = require('fs');
const path = require('path');
const { PNG } = require('pngjs');

const [order, folder, readFile] = process.argv.slice(2);
const listFile = path.join(folder, 'lines');
const textsFile = path.join(folder, 'texts.json');
const border = 24;
// As a scanner would see it: twice as large and not quite sharp. A number of 20 mm is half as large: tesseract was
// taught on letters of a text.
const blur = 1;
const timesOf = size => (size > 90 ? 0.5 : 2);

// The dots of a text's box.
const cut = (picture, [x, y, w, h, size]) => {
    const left = Math.floor(x);
    const top = Math.floor(y);
    const width = Math.min(picture.width, Math.ceil(x + w)) - left;
    const height = Math.min(picture.height, Math.ceil(y + h)) - top;
    const black = (column, row) => picture.data[((top + row) * picture.width + left + column) * 4] < 128;
    const dots = Buffer.alloc(width * height);
    for (let row = 0; row < height; ++row) for (let column = 0; column < width; ++column) dots[row * width + column] = black(column, row) ? 1 : 0;
    return { width, height, size, dots };
};

// White on black is turned round: a reader needs to know no more of a bar than that it is one.
const pictureOf = ({ width, height, size, dots }) => {
    const times = timesOf(size);
    const turned = dots.reduce((sum, dot) => sum + dot, 0) > (width * height) / 2 ? 1 : 0;
    const line = new PNG({ width: Math.ceil(width * times) + 2 * border, height: Math.ceil(height * times) + 2 * border });
    line.data.fill(255);
    const ink = (column, row) => column >= 0 && row >= 0 && column < width * times && row < height * times
        && dots[Math.floor(row / times) * width + Math.floor(column / times)] !== turned;
    for (let row = -blur; row < Math.floor(height * times) + blur; ++row)
        for (let column = -blur; column < Math.floor(width * times) + blur; ++column) {
            let dark = 0;
            for (let dy = -blur; dy <= blur; ++dy) for (let dx = -blur; dx <= blur; ++dx) dark += ink(column + dx, row + dy) ? 1 : 0;
            const at = ((row + border) * line.width + column + border) * 4;
            line.data.fill(255 - Math.round((255 * dark) / (2 * blur + 1) ** 2), at, at + 3);
        }
    return PNG.sync.write(line);
};

const isMixed = name => name.startsWith('+');

const cutAll = () => {
    const seen = new Map();
    const said = new Set();
    const tickets = fs.readdirSync(folder).filter(name => name.endsWith('.txt')).sort((a, b) => isMixed(a) - isMixed(b));
    for (const name of tickets) {
        const file = path.join(folder, name);
        const picture = PNG.sync.read(fs.readFileSync(file.replace(/txt$/, 'png')));
        const texts = fs.readFileSync(file, 'utf8').split('\n').map(line => /^text (\S+) (\S+) (\S+) (\S+) "(.*)" size (\S+)/.exec(line)).filter(Boolean);
        if (!isMixed(name)) texts.forEach(found => said.add(found[5]));
        // Two texts of one box stand at its ends.
        const boxes = new Map();
        for (const [, x, y, w, h, text, size] of texts.filter(found => said.has(found[5]))) {
            const box = [x, y, w, h, size].join(' ');
            boxes.set(box, [...(boxes.get(box) || []), text]);
        }
        for (const [box, words] of boxes) {
            const piece = cut(picture, box.split(' ').map(Number));
            seen.set(`${words} ${piece.width} ${piece.dots.toString('latin1')}`, { text: words.join(' '), ticket: name, piece });
        }
    }
    const all = [...seen.values()];
    const files = all.map((one, i) => {
        const file = path.join(folder, `line-${i}.cut`);
        fs.writeFileSync(file, pictureOf(one.piece));
        return file;
    });
    fs.writeFileSync(listFile, files.join('\n') + '\n');
    fs.writeFileSync(textsFile, JSON.stringify({ tickets: tickets.length, lines: all.map(({ text, ticket }) => ({ text, ticket })) }));
};

const plain = text => text.normalize('NFC').replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim();

// Words in which tesseract 5 misses tones that people see; it must see all the rest.
const misread = { 'NHIỀU HỒ SƠ: 12': ['NHIÊU HỒ SƠ: 12', 'NHIÊU HỖ SƠ: 12'] };
const isRead = line => line.read === plain(line.text) || (misread[line.text] || []).includes(line.read);

const judge = () => {
    const pages = fs.readFileSync(readFile, 'utf8').split('\f');
    const { tickets, lines } = JSON.parse(fs.readFileSync(textsFile));
    const wrong = lines.map((line, i) => ({ ...line, read: plain(pages[i] || '') })).filter(line => !isRead(line));
    for (const line of wrong) console.error(`${line.ticket}: '${line.text}' is read as '${line.read}'`);
    if (wrong.length > 0 || tickets === 0) process.exit(1);
    console.log(`tesseract reads all ${lines.length} texts of ${tickets} tickets`);
};

(order === 'cut' ? cutAll : judge)();
