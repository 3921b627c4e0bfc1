// Does what fell out of a printer show the picture at its left edge, dot by dot, and nothing beside it?
// Usage: node same.js PICTURE.png PAPER.png ROWS_ABOVE
'use strict';
const fs = require('fs');
const { PNG } = require('pngjs');
const [pictureFile, paperFile, above] = process.argv.slice(2);
const picture = PNG.sync.read(fs.readFileSync(pictureFile));
const paper = PNG.sync.read(fs.readFileSync(paperFile));
const black = (png, x, y) => x < png.width && y >= 0 && y < png.height && png.data[(y * png.width + x) * 4] < 128;
let different = 0;
for (let y = 0; y < paper.height; ++y)
    for (let x = 0; x < paper.width; ++x)
        if (black(paper, x, y) !== black(picture, x, y - Number(above))) ++different;
if (different > 0) {
    console.error(`${different} dots of the paper differ from the picture`);
    process.exit(1);
}
console.log(`the paper of ${paper.width} dots shows the picture of ${picture.width}`);
