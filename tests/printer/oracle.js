// Compares our encoder with @point-of-sale/receipt-printer-encoder, command by command.
// Usage: escpos_sample | node oracle.js
'use strict';
const fs = require('fs');
const loaded = require('@point-of-sale/receipt-printer-encoder');
const Encoder = loaded.default || loaded;

const ours = Object.fromEntries(fs.readFileSync(0, 'utf8').trim().split('\n').map(line => line.split(' ')));
const theirs = write => {
    const encoder = new Encoder({ language: 'esc-pos', columns: 48, imageMode: 'raster' });
    return Buffer.from(write(encoder).encode()).toString('hex');
};
const picture = { width: 16, height: 8, data: new Uint8ClampedArray(16 * 8 * 4).fill(255) };
for (let i = 0; i < 16 * 8; i += 3) picture.data.fill(0, i * 4, i * 4 + 3);

// What they put around a command (a line feed behind it, alignment and code page before it) is not compared.
let failed = 0;
let equal = 0;
const expect = (name, bytes, whole) => {
    if (bytes && whole.includes(bytes)) return ++equal;
    console.error(`${name}: ours is ${bytes}, theirs ${whole}`);
    return ++failed;
};
expect('init', ours.init, theirs(e => e.initialize()));
// They say it before pictures in strips, to models whose resolution they know.
const strips = new Encoder({ printerModel: 'epson-tm-t20iii', imageMode: 'column' }).image(picture, 16, 8, 'threshold', 128);
expect('units', ours.units, Buffer.from(strips.encode()).toString('hex'));
const image = align => theirs(e => e.align(align).image(picture, 16, 8, 'threshold', 128));
expect('centre', ours.centre, image('center'));
expect('right', ours.right, image('right'));
expect('raster', ours.raster.replace(/^1b6101/, ''), image('left'));
expect('qr', ours.qr, theirs(e => e.qrcode('https://example.vn/t/1', { model: 2, size: 6, errorlevel: 'm' })));
expect('pulse', ours.pulse, theirs(e => e.pulse(0, 100, 500)));
expect('pulse5', ours.pulse5, theirs(e => e.pulse(1, 100, 500)));
// They cut where the paper stands, we after a feed to the cutter: the command is the same, its form is not.
expect('cut', ours.cut.slice(0, 4), theirs(e => e.cut('partial')));
if (failed === 0) console.log(`${equal} commands are the same`);
process.exit(failed === 0 ? 0 : 1);
