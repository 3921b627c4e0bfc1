#include <vector>

#include "base/Assert.hpp"
#include "hardware/escpos/Encoder.hpp"
#include "tests/unit/hardware/Decoder.cpp"

/// Any picture with any options: the paper shows it dot for dot, but for those that had to be masked. The
/// first six bytes choose, the rest is the picture.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    using namespace luot::hardware::escpos;
    if (size < 7) return 0;
    const int bytesPerRow = 1 + bytes[0] % 80;
    const std::vector<std::uint8_t> dots(bytes + 6, bytes + size);
    const Image image{8 * bytesPerRow, static_cast<int>(dots.size()) / bytesPerRow, dots};
    BandOptions options;
    options.rows = bytes[1];
    options.feedBlankRows = (bytes[2] & 1U) != 0;
    options.enlarge = (bytes[2] & 2U) != 0;
    options.crop = (bytes[3] & 1U) != 0;
    options.imageFillsPaper = (bytes[4] & 1U) != 0;
    options.avoidMultiplesOf48 = (bytes[5] & 1U) != 0;
    Encoder encoder;
    encoder.init().motionUnits(203).raster(image, options).feedAndCut();
    const auto job = encoder.take();
    const auto paper = test::Decoder(job, image.width).decode();
    LUOT_ASSERT(paper.error.empty());
    int differences = 0;
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            const auto byte = image.row(y)[static_cast<std::size_t>(x / 8)];
            differences += paper.black(x, y) != ((byte >> (7 - x % 8) & 1) != 0) ? 1 : 0;
        }
    LUOT_ASSERT(differences == encoder.maskedDots());
    return 0;
}
