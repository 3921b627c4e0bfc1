#include "hardware/escpos/Encoder.hpp"

#include <algorithm>

namespace luot::hardware::escpos {

namespace {

constexpr int esc = 0x1B;
constexpr int gs = 0x1D;
constexpr int dle = 0x10;

bool isRealTimePair(int first, int second) {
    return first == dle && (second == 0x04 || second == 0x05 || second == 0x14);
}

}  // namespace

int maskRealTimeCommands(std::span<std::uint8_t> imageData) {
    int masked = 0;
    for (std::size_t i = 0; i + 1 < imageData.size(); ++i) {
        if (!isRealTimePair(imageData[i], imageData[i + 1])) continue;
        imageData[i] = 0;  // 10h is one dot
        ++masked;
    }
    return masked;
}

Encoder& Encoder::init() {
    put({esc, '@'});
    return *this;
}

Encoder& Encoder::align(Align where) {
    put({esc, 'a', static_cast<int>(where)});
    return *this;
}

Encoder& Encoder::feed(int dots) {
    for (; dots > 0; dots -= 255) put({esc, 'J', std::min(dots, 255)});
    return *this;
}

Encoder& Encoder::raster(const Image& image, const BandOptions& options) {
    align(Align::centre);
    bool centred = true;
    for (const auto& band : bandsOf(image, options)) {
        if (band.blank()) {
            feed(band.rows);
            continue;
        }
        if (band.centred != centred) align(band.centred ? Align::centre : Align::left);
        centred = band.centred;
        place(image, band);
    }
    if (!centred) align(Align::centre);
    return *this;
}

void Encoder::place(const Image& image, const Band& band) {
    put({gs, 'v', '0', 0, band.bytesPerRow & 0xFF, band.bytesPerRow >> 8, band.rows & 0xFF, band.rows >> 8});
    const auto start = bytes_.size();
    for (int y = band.top; y < band.top + band.rows; ++y) {
        const auto row = image.row(y).subspan(static_cast<std::size_t>(band.firstByte),
                                              static_cast<std::size_t>(band.bytesPerRow));
        bytes_.insert(bytes_.end(), row.begin(), row.end());
    }
    maskedDots_ += maskRealTimeCommands(std::span(bytes_).subspan(start));
}

Encoder& Encoder::feedAndCut(int dots) {
    put({gs, 'V', 66, std::clamp(dots, 0, 255)});
    return *this;
}

Encoder& Encoder::automaticStatus(std::uint8_t what) {
    put({gs, 'a', what});
    return *this;
}

Encoder& Encoder::requestProcessId(const ProcessId& id) {
    put({gs, '(', 'H', 6, 0, 48, 48, id[0], id[1], id[2], id[3]});
    return *this;
}

Encoder& Encoder::buzzer(int times, int length) {
    put({esc, 'B', std::clamp(times, 1, 9), std::clamp(length, 1, 9)});
    return *this;
}

Encoder& Encoder::epsonBuzzer(int times, int length) {
    const int hundredths = std::clamp(length, 1, 255);
    put({esc, '(', 'A', 5, 0, 97, 100, std::clamp(times, 1, 63), hundredths, hundredths});
    return *this;
}

void Encoder::put(std::initializer_list<int> bytes) {
    for (const int byte : bytes) bytes_.push_back(static_cast<std::uint8_t>(byte));
}

}  // namespace luot::hardware::escpos
