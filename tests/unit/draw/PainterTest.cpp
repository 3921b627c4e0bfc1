#include "draw/Painter.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>

#include "draw/image/Qr.hpp"
#include "draw/image/Raster.hpp"

namespace luot::draw {
namespace {

constexpr std::uint32_t white = 0xFFFFFFFF;
constexpr std::uint32_t black = 0xFF000000;

DrawList sheet(double side) { return {.design = {side, side}, .ground = Token::surface, .commands = {}}; }

TEST(PainterTest, SnapsEdgesToWholePixels) {
    DrawList list = sheet(10);
    list.add(Box{.rect = {2.03, 2.03, 5.04, 5.04}, .fill = Token::ink});
    const Canvas canvas = paintNew(list, paperTheme(), {100, 100});
    EXPECT_EQ(canvas.pixel(19, 50), white);
    EXPECT_EQ(canvas.pixel(20, 50), black);
    EXPECT_EQ(canvas.pixel(70, 50), black);
    EXPECT_EQ(canvas.pixel(71, 50), white);
}

TEST(PainterTest, DrawsNoLineThinnerThanOnePixel) {
    DrawList list = sheet(100);
    list.add(Line{.from = {0, 50}, .to = {100, 50}, .color = Token::ink, .width = 0.15});
    const Canvas canvas = paintNew(list, paperTheme(), {100, 100});
    EXPECT_EQ(canvas.pixel(30, 50), black);
    EXPECT_EQ(canvas.pixel(30, 49), white);
    EXPECT_EQ(canvas.pixel(30, 51), white);
}

TEST(PainterTest, RoundsOnlyTheCornersAskedFor) {
    DrawList list = sheet(100);
    list.add(Box{.rect = {0, 0, 100, 100}, .radius = 20, .fill = Token::ink, .corners = Corners::bottom});
    const Canvas canvas = paintNew(list, paperTheme(), {100, 100});
    EXPECT_EQ(canvas.pixel(0, 0), black);
    EXPECT_EQ(canvas.pixel(99, 0), black);
    EXPECT_EQ(canvas.pixel(0, 99), white);
    EXPECT_EQ(canvas.pixel(99, 99), white);
}

TEST(PainterTest, CentresTheDesignOnAScreenOfAnotherShape) {
    DrawList list = sheet(100);
    list.add(Box{.rect = {0, 0, 100, 100}, .fill = Token::ink});
    const Canvas canvas = paintNew(list, paperTheme(), {300, 100});
    EXPECT_EQ(canvas.pixel(99, 50), white);
    EXPECT_EQ(canvas.pixel(100, 50), black);
    EXPECT_EQ(canvas.pixel(199, 50), black);
    EXPECT_EQ(canvas.pixel(200, 50), white);
}

TEST(QrTest, GivesEveryModuleTheSameWholePixels) {
    const auto code = image::qrCode("http://192.168.1.10:8080/t/Zk3v9Qm2");
    ASSERT_TRUE(code.has_value());
    const double side = code->side + 2 * image::QrCode::quietZone;
    DrawList list = sheet(side * 6 + 5);  // five dots too many: the code must not stretch
    list.add(Qr{.box = {0, 0, side * 6 + 5, side * 6 + 5}, .content = "http://192.168.1.10:8080/t/Zk3v9Qm2"});
    const Canvas canvas = paintNew(list, paperTheme(), {list.design.w, list.design.h});
    const int start = static_cast<int>(std::floor((list.design.w - code->side * 6) / 2));
    EXPECT_GE(start, 4 * 6);
    for (int y = 0; y < code->side * 6; ++y) {
        for (int x = 0; x < code->side * 6; ++x) {
            ASSERT_EQ(canvas.pixel(start + x, start + y), code->isDark(x / 6, y / 6) ? black : white);
        }
    }
}

TEST(QrTest, RefusesWhatCannotBeCoded) {
    EXPECT_FALSE(image::qrCode("").has_value());
    EXPECT_FALSE(image::qrCode(std::string(4000, 'x')).has_value());
}

TEST(RasterTest, PacksDotsFromTheLeftIntoWholeBytes) {
    DrawList list{.design = {10, 2}, .ground = Token::surface, .commands = {}};
    list.add(Box{.rect = {0, 0, 1, 1}, .fill = Token::ink});
    list.add(Box{.rect = {8, 1, 2, 1}, .fill = Token::ink});
    const auto raster = image::toRaster(paintNew(list, paperTheme(), {10, 2}));
    EXPECT_EQ(raster.bytesPerRow(), 2);
    EXPECT_EQ(raster.bytes, (std::vector<std::uint8_t>{0x80, 0x00, 0x00, 0xC0}));
    EXPECT_EQ(image::toRaster(image::toCanvas(raster)), raster);
}

TEST(CanvasTest, WritesAndReadsPng) {
    const auto file =
        std::filesystem::temp_directory_path() / ("luot-canvas-" + std::to_string(getpid()) + ".png");
    DrawList list = sheet(8);
    list.add(Box{.rect = {0, 0, 4, 8}, .fill = Token::ink});
    const Canvas canvas = paintNew(list, paperTheme(), {8, 8});
    ASSERT_TRUE(canvas.writePng(file).has_value());
    const auto read = Canvas::readPng(file);
    ASSERT_TRUE(read.has_value()) << read.error().what;
    EXPECT_EQ(read->pixel(1, 1), black);
    EXPECT_EQ(read->pixel(6, 1), white);
    std::filesystem::remove(file);
    EXPECT_EQ(Canvas::readPng(file).error().fault, base::Fault::storage);
    EXPECT_EQ(canvas.writePng("/nowhere/at/all.png").error().fault, base::Fault::storage);
}

TEST(DrawListTest, DumpsOneLineACommand) {
    DrawList list{.design = {192, 108}, .ground = Token::bg, .commands = {}};
    list.add(Box{.rect = {4, 14, 112, 66}, .radius = 2, .fill = Token::surface, .stroke = Token::line});
    list.add(Text{.box = {8.5, 14, 40, 12},
                  .text = "MỜI SỐ",
                  .size = 5.4,
                  .weight = 700,
                  .color = Token::primary,
                  .valign = VAlign::cap,
                  .fit = {.floor = 0.7}});
    list.add(Shape{.box = {1, 2, 3, 3}, .state = State::priority, .color = Token::priority});
    EXPECT_EQ(list.dump(),
              "design 192 108 ground bg\n"
              "box 4 14 112 66 radius 2 all fill surface stroke line 0.15\n"
              "text 8.5 14 40 12 \"MỜI SỐ\" size 5.4 weight 700 primary left cap fit 0.7 1\n"
              "shape 1 2 3 3 priority priority\n");
}

}  // namespace
}  // namespace luot::draw
