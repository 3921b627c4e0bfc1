#include "dispenser/tools/TestPage.hpp"

#include <fmt/format.h>

#include <cmath>

#include "draw/Painter.hpp"
#include "draw/image/Qr.hpp"
#include "draw/image/Raster.hpp"
#include "draw/text/Measure.hpp"
#include "hardware/escpos/Encoder.hpp"

namespace luot::dispenser::tools {

namespace {

using draw::Token;

constexpr double margin = 16;   ///< dots
constexpr double letters = 24;  ///< dots
constexpr double mmPerInch = 25.4;
constexpr int downMm = 30;  ///< of the ruler along the paper
constexpr const char* codeText = "https://example.vn/luot/print-test";

/// Sets the page from top to bottom.
class Composer {
public:
    Composer(const TestPage& page, const base::Wording& wording)
        : page_(page), wording_(wording), perMm_(page.profile.paper.perInch / mmPerInch) {}

    draw::DrawList compose() {
        list_.ground = Token::surface;
        line(say("title"), 34, 700);
        line(page_.printer, letters, 500);
        line(fmt::format("{}, {} x {:.3g}/mm", page_.profile.name, page_.width, perMm_), letters, 500);
        line(say("ruler"), letters, 700);
        across();
        codeAndRuler();
        line("A005", 110, 800);
        line(say("letters"), letters, 500);
        line(say("letters_bold"), letters, 700);
        line(say("bars"), letters, 700);
        list_.design = {static_cast<double>(page_.width), std::ceil(y_ + margin)};
        return std::move(list_);
    }

private:
    std::string say(const std::string& key) const {
        return wording_.text(page_.language, "print_test." + key);
    }

    void line(const std::string& words, double size, int weight) {
        draw::Text text{.box = {margin, y_, page_.width - 2 * margin, 0},
                        .text = words,
                        .size = size,
                        .weight = weight,
                        .valign = draw::VAlign::top,
                        .fit = {.floor = 1, .lines = 8, .wrapFirst = true}};
        text.box.h = draw::text::height(text);
        list_.add(text);
        y_ += text.box.h + 6;
    }

    void stroke(draw::Point from, draw::Point to) {
        list_.add(draw::Line{.from = from, .to = to, .color = Token::ink, .width = 2});
    }

    static double tick(int mm) { return mm % 10 == 0 ? 24 : (mm % 5 == 0 ? 16 : 9); }

    void label(draw::Rect box, int mm) {
        list_.add(draw::Text{.box = box, .text = std::to_string(mm), .size = 20, .weight = 700});
    }

    /// From the first printable dot to the last, so that a wrong width shows.
    void across() {
        const int most = static_cast<int>((page_.width - 2) / perMm_);
        for (int mm = 0; mm <= most; ++mm) {
            const double x = 1 + std::round(mm * perMm_);
            stroke({x, y_}, {x, y_ + tick(mm)});
            if (mm % 10 == 0 && mm > 0 && mm <= most - 3) label({x - 11, y_ + 24, 40, 28}, mm);
        }
        stroke({0, y_}, {static_cast<double>(page_.width), y_});
        stroke({page_.width - 1.0, y_}, {page_.width - 1.0, y_ + 24});
        y_ += 60;
    }

    void codeAndRuler() {
        for (int mm = 0; mm <= downMm; ++mm) {
            const double y = y_ + std::round(mm * perMm_);
            stroke({margin, y}, {margin + tick(mm), y});
            if (mm % 10 == 0 && mm > 0) label({margin + 30, y - 14, 40, 28}, mm);
        }
        const auto code = draw::image::qrCode(codeText);
        const double module = page_.width < 500 ? 4 : 6;
        const double side = code ? (code->side + 2 * draw::image::QrCode::quietZone) * module : 0;
        const double height = std::max(side, downMm * perMm_) + 8;
        draw::Qr drawn;
        drawn.box = {page_.width - side, y_, side, side};
        drawn.content = codeText;
        list_.add(drawn);
        y_ += std::ceil(height);
    }

    const TestPage& page_;
    const base::Wording& wording_;
    double perMm_;
    double y_ = margin;
    draw::DrawList list_;
};

/// A bar with a step, so that its size and its place show.
draw::image::Raster bar(int width) {
    draw::DrawList list;
    list.design = {static_cast<double>(width), 40};
    list.ground = Token::surface;
    list.add(draw::Box{.rect = {32, 0, width - 64.0, 16}, .radius = 0, .fill = Token::ink});
    list.add(draw::Box{.rect = {32, 16, 64, 16}, .radius = 0, .fill = Token::ink});
    return draw::image::toRaster(draw::paintNew(list, draw::paperTheme(), list.design));
}

hardware::escpos::Image imageOf(const draw::image::Raster& raster) {
    return {raster.width, raster.height, raster.bytes};
}

}  // namespace

draw::DrawList testPageLayout(const TestPage& page, const base::Wording& wording) {
    return Composer(page, wording).compose();
}

hardware::printer::PrintJob testPageJob(const TestPage& page, const base::Wording& wording) {
    constexpr hardware::escpos::ProcessId id{'T', 'E', 'S', 'T'};
    const auto list = testPageLayout(page, wording);
    const auto picture = draw::image::toRaster(draw::paintNew(list, draw::paperTheme(), list.design));
    const auto bars = bar(page.width);
    auto plain = page.profile.bands();
    plain.enlarge = false;
    auto enlarging = plain;
    enlarging.enlarge = true;
    hardware::escpos::Encoder encoder;
    page.profile.begin(encoder, page.width);
    encoder.raster(imageOf(picture), plain);
    page.profile.feed(encoder, 16);
    encoder.raster(imageOf(bars), plain);
    page.profile.feed(encoder, 8);
    encoder.raster(imageOf(bars), enlarging);
    page.profile.part(encoder);
    page.profile.sound(encoder);
    encoder.requestProcessId(id);
    return {"print-test", encoder.take(), id, page.profile.abilities.cutter};
}

}  // namespace luot::dispenser::tools
