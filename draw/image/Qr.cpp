#include "draw/image/Qr.hpp"

#include <qrencode.h>

#include <memory>

namespace luot::draw::image {

base::Result<QrCode> qrCode(const std::string& text) {
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code) return base::fail(base::Fault::invalidInput, "no QR code can be made of '" + text + "'");
    QrCode made{code->width, {}};
    const int count = code->width * code->width;
    made.dark.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) made.dark.push_back((code->data[i] & 1) != 0);
    return made;
}

}  // namespace luot::draw::image
