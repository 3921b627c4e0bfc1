#include "hardware/escpos/Encoder.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace luot::hardware::escpos {

namespace {

constexpr int esc = 0x1B;
constexpr int gs = 0x1D;
constexpr int dle = 0x10;

/// Of a code of version 40 with correction M, ISO/IEC 18004.
constexpr std::size_t mostQrBytes = 2331;

bool isRealTimePair(int first, int second) {
    return first == dle && (second == 0x04 || second == 0x05 || second == 0x14);
}

/// Every second dot of a byte, in the lower four bits.
int halved(std::uint8_t byte) {
    return (byte >> 4 & 8) | (byte >> 3 & 4) | (byte >> 2 & 2) | (byte >> 1 & 1);
}

}  // namespace

std::array<std::uint8_t, 3> realTimeStatusRequest(StatusQuestion about) {
    return {dle, 0x04, static_cast<std::uint8_t>(about)};
}

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

Encoder& Encoder::motionUnits(int dotsPerInch) {
    const int unit = std::clamp(dotsPerInch, 1, 255);
    put({gs, 'P', unit, unit});
    return *this;
}

/// 1,040 and 1,296 dots would read as a real-time command; no head of ours is so wide, and a dot less is
/// none.
Encoder& Encoder::printWidth(int dots) {
    int width = std::clamp(dots, 0, 0xFFFF);
    if (isRealTimePair(width & 0xFF, width >> 8)) --width;
    put({gs, 'W', width & 0xFF, width >> 8});
    return *this;
}

Encoder& Encoder::feed(int dots) {
    for (; dots > 0; dots -= 255) put({esc, 'J', std::min(dots, 255)});
    return *this;
}

Encoder& Encoder::whiteRows(int rows) {
    constexpr int most = 128;  // of a band
    for (; rows > 0; rows -= most) {
        const int high = std::min(rows, most);
        put({gs, 'v', '0', 0, 1, 0, high, 0});
        bytes_.insert(bytes_.end(), static_cast<std::size_t>(high), 0);
    }
    return *this;
}

Encoder& Encoder::raster(const Image& image, const BandOptions& options) {
    align(Align::centre);
    auto where = Align::centre;
    for (const auto& band : bandsOf(image, options)) {
        if (band.blank()) {
            feed(band.rows);
            continue;
        }
        if (band.where != where) align(band.where);
        where = band.where;
        place(image, band);
    }
    if (where != Align::centre) align(Align::centre);
    return *this;
}

void Encoder::place(const Image& image, const Band& band) {
    const int wide = band.sentBytesPerRow();
    const int high = band.sentRows();
    put({gs, 'v', '0', band.enlarged ? 3 : 0, wide & 0xFF, wide >> 8, high & 0xFF, high >> 8});
    const auto start = bytes_.size();
    for (int y = band.top; y < band.top + band.rows; y += band.enlarged ? 2 : 1) {
        const auto row = image.row(y).subspan(static_cast<std::size_t>(band.firstByte),
                                              static_cast<std::size_t>(band.bytesPerRow));
        if (!band.enlarged) {
            bytes_.insert(bytes_.end(), row.begin(), row.end());
            continue;
        }
        for (std::size_t i = 0; i < row.size(); i += 2)
            bytes_.push_back(static_cast<std::uint8_t>(halved(row[i]) << 4 | halved(row[i + 1])));
    }
    const int masked = maskRealTimeCommands(std::span(bytes_).subspan(start));
    maskedDots_ += band.enlarged ? 4 * masked : masked;
}

Encoder& Encoder::feedAndCut(int dots) {
    put({gs, 'V', 66, std::clamp(dots, 0, 255)});
    return *this;
}

Encoder& Encoder::feedAndCutThrough(int dots) {
    put({gs, 'V', 65, std::clamp(dots, 0, 255)});
    return *this;
}

Encoder& Encoder::qrCode(std::string_view content, int module) {
    std::string text;
    std::copy_if(content.begin(), content.end(), std::back_inserter(text),
                 [](char c) { return static_cast<unsigned char>(c) >= 0x20; });
    if (text.empty() || text.size() > mostQrBytes) return *this;
    const int length = static_cast<int>(text.size()) + 3;
    put({gs, '(', 'k', 4, 0, 49, 65, 50, 0});                      // model 2
    put({gs, '(', 'k', 3, 0, 49, 67, std::clamp(module, 1, 16)});  // dots a module
    put({gs, '(', 'k', 3, 0, 49, 69, 49});                         // correction M
    put({gs, '(', 'k', length & 0xFF, length >> 8, 49, 80, 48});   // store
    bytes_.insert(bytes_.end(), text.begin(), text.end());
    put({gs, '(', 'k', 3, 0, 49, 81, 48});  // print
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

Encoder& Encoder::requestPaperStatus() {
    put({gs, 'r', 1});
    return *this;
}

Encoder& Encoder::requestMaker() {
    put({gs, 'I', 66});
    return *this;
}

Encoder& Encoder::requestModel() {
    put({gs, 'I', 67});
    return *this;
}

Encoder& Encoder::kickDrawer(int pin, int milliseconds) {
    const int pulse = std::clamp(milliseconds, 2, 510) / 2;
    put({esc, 'p', pin == 5 ? 1 : 0, pulse, 250});  // off for half a second, so that the coil cools
    return *this;
}

Encoder& Encoder::endBrokenPicture(std::size_t zeros) {
    bytes_.insert(bytes_.end(), zeros, 0);
    return init();
}

Encoder& Encoder::buzzer(int times, int length) {
    put({esc, 'B', std::clamp(times, 1, 9), std::clamp(length, 1, 9)});
    return *this;
}

Encoder& Encoder::epsonBuzzer(int times, int length) {
    const int hundredths = std::clamp(length, 1, 255);
    put({esc, '(', 'A', 5, 0, 97, 100, std::clamp(times, 1, 15), hundredths, hundredths});
    return *this;
}

void Encoder::put(std::initializer_list<int> bytes) {
    for (const int byte : bytes) bytes_.push_back(static_cast<std::uint8_t>(byte));
}

}  // namespace luot::hardware::escpos
