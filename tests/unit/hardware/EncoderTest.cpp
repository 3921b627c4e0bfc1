#include "hardware/escpos/Encoder.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdio>

#include "tests/unit/hardware/Decoder.hpp"

namespace luot::hardware::escpos {
namespace {

using Bytes = std::vector<std::uint8_t>;

/// A picture that owns its bytes.
struct Sheet {
    Sheet(int w, int h) : width(w), height(h), bytes(static_cast<std::size_t>((w + 7) / 8 * h)) {}
    void blacken(int x, int y) {
        bytes[static_cast<std::size_t>(y * ((width + 7) / 8) + x / 8)] |=
            static_cast<std::uint8_t>(0x80 >> x % 8);
    }
    bool black(int x, int y) const {
        return (bytes[static_cast<std::size_t>(y * ((width + 7) / 8) + x / 8)] >> (7 - x % 8) & 1) != 0;
    }
    Image image() const { return {width, height, bytes}; }
    int width;
    int height;
    Bytes bytes;
};

/// How many dots of the paper differ from the sheet.
int differences(const Sheet& sheet, const test::Paper& paper) {
    int count = 0;
    for (int y = 0; y < sheet.height; ++y)
        for (int x = 0; x < sheet.width; ++x)
            if (sheet.black(x, y) != paper.black(x, y)) ++count;
    return count;
}

std::vector<std::string> commandsOf(const Sheet& sheet, const BandOptions& options) {
    Encoder encoder;
    encoder.raster(sheet.image(), options);
    const auto bytes = encoder.take();
    return test::Decoder(bytes, sheet.width).decode().commands;
}

TEST(EncoderTest, WritesTheDocumentedBytesOfEachCommand) {
    EXPECT_EQ(Encoder().init().bytes(), (Bytes{0x1B, 0x40}));
    EXPECT_EQ(Encoder().align(Align::right).bytes(), (Bytes{0x1B, 0x61, 2}));
    EXPECT_EQ(Encoder().feedAndCut(3).bytes(), (Bytes{0x1D, 0x56, 0x42, 3}));
    EXPECT_EQ(Encoder().automaticStatus().bytes(), (Bytes{0x1D, 0x61, 0x0F}));
    EXPECT_EQ(Encoder().requestProcessId({'0', '0', '1', 'Z'}).bytes(),
              (Bytes{0x1D, 0x28, 0x48, 6, 0, 0x30, 0x30, '0', '0', '1', 'Z'}));
    EXPECT_EQ(Encoder().buzzer(2, 3).bytes(), (Bytes{0x1B, 0x42, 2, 3}));
    EXPECT_EQ(Encoder().epsonBuzzer(2, 3).bytes(), (Bytes{0x1B, 0x28, 0x41, 5, 0, 0x61, 0x64, 2, 3, 3}));
}

TEST(EncoderTest, WritesTheQuestionsAPrinterAnswers) {
    EXPECT_EQ(Encoder().requestPaperStatus().bytes(), (Bytes{0x1D, 0x72, 1}));
    EXPECT_EQ(Encoder().requestMaker().bytes(), (Bytes{0x1D, 0x49, 66}));
    EXPECT_EQ(Encoder().requestModel().bytes(), (Bytes{0x1D, 0x49, 67}));
    EXPECT_EQ(realTimeStatusRequest(StatusQuestion::printer), (std::array<std::uint8_t, 3>{0x10, 0x04, 1}));
    EXPECT_EQ(realTimeStatusRequest(StatusQuestion::paper), (std::array<std::uint8_t, 3>{0x10, 0x04, 4}));
}

TEST(EncoderTest, WritesACodeThatThePrinterDraws) {
    EXPECT_EQ(Encoder().qrCode("ab\x10", 6).bytes(),
              (Bytes{0x1D, 0x28, 0x6B, 4, 0, 0x31, 0x41, 0x32, 0,         //
                     0x1D, 0x28, 0x6B, 3, 0, 0x31, 0x43, 6,               //
                     0x1D, 0x28, 0x6B, 3, 0, 0x31, 0x45, 0x31,            //
                     0x1D, 0x28, 0x6B, 5, 0, 0x31, 0x50, 0x30, 'a', 'b',  //
                     0x1D, 0x28, 0x6B, 3, 0, 0x31, 0x51, 0x30}));
    EXPECT_TRUE(Encoder().qrCode("", 6).bytes().empty());
    EXPECT_TRUE(Encoder().qrCode(std::string(2332, 'a'), 6).bytes().empty());
    EXPECT_EQ(Encoder().qrCode(std::string(300, 'a'), 99).bytes()[29], 303 >> 8);
}

TEST(EncoderTest, OpensTheDrawerCutsThroughAndEndsABrokenPicture) {
    EXPECT_EQ(Encoder().kickDrawer(2, 50).bytes(), (Bytes{0x1B, 0x70, 0, 25, 250}));
    EXPECT_EQ(Encoder().kickDrawer(5, 9999).bytes(), (Bytes{0x1B, 0x70, 1, 255, 250}));
    EXPECT_EQ(Encoder().feedAndCutThrough().bytes(), (Bytes{0x1D, 0x56, 65, 3}));
    EXPECT_EQ(Encoder().endBrokenPicture(3).bytes(), (Bytes{0, 0, 0, 0x1B, 0x40}));
}

/// Printers look for them in whatever comes, so none may arise by chance out of numbers.
TEST(EncoderTest, NoCommandHoldsARealTimeCommandByChance) {
    Encoder encoder;
    for (int n = 0; n <= 300; ++n)
        encoder.feed(n).printWidth(8 * n).motionUnits(n).buzzer(n, n).feedAndCut(n).kickDrawer(n, n).align(
            Align::left);
    for (int times = 0; times < 70; ++times)
        for (int length = 0; length < 30; ++length) encoder.epsonBuzzer(times, length);
    auto bytes = encoder.take();
    EXPECT_EQ(maskRealTimeCommands(bytes), 0);
}

/// Without it an Epson feeds half as far as meant: its first unit is half a dot.
TEST(EncoderTest, SaysThatAUnitIsADot) {
    EXPECT_EQ(Encoder().motionUnits(203).bytes(), (Bytes{0x1D, 0x50, 203, 203}));
    EXPECT_EQ(Encoder().motionUnits(300).bytes(), (Bytes{0x1D, 0x50, 255, 255}));
    EXPECT_EQ(test::Decoder(Encoder().init().feed(100).bytes(), 8).decode().rows.size(), 50U);
    EXPECT_EQ(test::Decoder(Encoder().init().motionUnits(203).feed(100).bytes(), 8).decode().rows.size(),
              100U);
}

/// A kiosk that is set to 512 dots at a printer of 576 must not print a torn picture.
TEST(EncoderTest, KeepsThePictureWholeOnAWiderPrinter) {
    Sheet sheet(512, 200);
    for (int y = 0; y < 50; ++y) sheet.blacken(3, y);
    for (int y = 50; y < 100; ++y) sheet.blacken(255, y);
    for (int y = 100; y < 150; ++y) sheet.blacken(508, y);
    Encoder encoder;
    encoder.init().motionUnits(203).printWidth(512).raster(sheet.image());
    const auto paper = test::Decoder(encoder.bytes(), 576).decode();
    EXPECT_EQ(paper.error, "");
    EXPECT_EQ(differences(sheet, paper), 0);
    EXPECT_EQ(Encoder().printWidth(576).bytes(), (Bytes{0x1D, 0x57, 0x40, 0x02}));
    EXPECT_EQ(Encoder().printWidth(1040).bytes(), (Bytes{0x1D, 0x57, 0x0F, 0x04}));
}

TEST(EncoderTest, FeedsMoreThanOneByteHoldsInSeveralCommands) {
    EXPECT_EQ(Encoder().feed(300).bytes(), (Bytes{0x1B, 0x4A, 255, 0x1B, 0x4A, 45}));
    EXPECT_TRUE(Encoder().feed(0).bytes().empty());
}

TEST(EncoderTest, SendsABandAsGsV0WithItsSizeInBytesAndRows) {
    Sheet sheet(16, 2);
    for (int x = 0; x < 16; ++x) sheet.blacken(x, 0);
    sheet.blacken(0, 1);
    EXPECT_EQ(Encoder().raster(sheet.image()).bytes(),
              (Bytes{0x1B, 0x61, 1, 0x1D, 0x76, 0x30, 0, 2, 0, 2, 0, 0xFF, 0xFF, 0x80, 0x00}));
}

TEST(EncoderTest, FeedsOverBlankRowsAndLeavesThoseAtTheEndOut) {
    Sheet sheet(8, 60);
    sheet.blacken(0, 10);
    sheet.blacken(0, 40);
    EXPECT_THAT(commandsOf(sheet, {}),
                testing::ElementsAre("align 1", "feed 10", "raster 1x1", "feed 29", "raster 1x1"));
}

TEST(EncoderTest, KeepsBlankRowsInsideABandWhereAFeedWouldSaveNothing) {
    Sheet sheet(8, 10);
    sheet.blacken(0, 0);
    sheet.blacken(0, 8);
    EXPECT_THAT(commandsOf(sheet, {}), testing::ElementsAre("align 1", "raster 1x9"));
    EXPECT_THAT(commandsOf(sheet, {.feedBlankRows = false}), testing::ElementsAre("align 1", "raster 1x9"));
}

TEST(EncoderTest, SendsFewBytesOfBlankRowsWhereNoneMayBeFed) {
    Sheet sheet(576, 80);
    for (const int y : {0, 79})
        for (int x = 0; x < 576; ++x) sheet.blacken(x, y);
    EXPECT_THAT(commandsOf(sheet, {.feedBlankRows = false}),
                testing::ElementsAre("align 1", "raster 72x1", "raster 2x78", "raster 72x1"));
    EXPECT_EQ(Encoder().whiteRows(2).bytes(), (Bytes{0x1D, 0x76, 0x30, 0, 1, 0, 2, 0, 0, 0}));
    EXPECT_EQ(test::Decoder(Encoder().whiteRows(300).bytes(), 8).decode().rows.size(), 300U);
}

TEST(EncoderTest, CutsHighPicturesIntoBandsOfTheSetHeight) {
    Sheet sheet(8, 300);
    for (int y = 0; y < 300; ++y) sheet.blacken(3, y);
    EXPECT_THAT(commandsOf(sheet, {}),
                testing::ElementsAre("align 1", "raster 1x128", "raster 1x128", "raster 1x44"));
    EXPECT_THAT(commandsOf(sheet, {.rows = 255}),
                testing::ElementsAre("align 1", "raster 1x255", "raster 1x45"));
}

TEST(EncoderTest, MakesNoBandOfAMultipleOf48RowsWhenThePrinterCannotTakeThem) {
    Sheet sheet(8, 96);
    for (int y = 0; y < 96; ++y) sheet.blacken(3, y);
    EXPECT_THAT(commandsOf(sheet, {.avoidMultiplesOf48 = true}),
                testing::ElementsAre("align 1", "raster 1x95", "raster 1x1"));
}

TEST(EncoderTest, CropsToTheInkAtTheEdgeThatSavesMost) {
    Sheet left(800, 1);
    left.blacken(9, 0);
    EXPECT_THAT(commandsOf(left, {}), testing::ElementsAre("align 1", "align 0", "raster 2x1", "align 1"));
    EXPECT_THAT(commandsOf(left, {.imageFillsPaper = false}), testing::ElementsAre("align 1", "raster 98x1"));
    EXPECT_THAT(commandsOf(left, {.crop = false}), testing::ElementsAre("align 1", "raster 100x1"));
    Sheet middle(800, 1);
    middle.blacken(396, 0);
    EXPECT_THAT(commandsOf(middle, {}), testing::ElementsAre("align 1", "raster 2x1"));
    Sheet right(800, 1);
    right.blacken(799, 0);
    EXPECT_THAT(commandsOf(right, {}), testing::ElementsAre("align 1", "align 2", "raster 1x1", "align 1"));
}

TEST(EncoderTest, SetsNoEdgeWhenThePictureIsNoWholeNumberOfBytesWide) {
    Sheet sheet(796, 1);
    sheet.blacken(3, 0);
    Encoder encoder;
    encoder.raster(sheet.image());
    EXPECT_THAT(test::Decoder(encoder.bytes(), 800).decode().commands,
                testing::ElementsAre("align 1", "raster 100x1"));
}

/// A letter has a wide foot under a narrow head: two bands, where that saves more than the second's head.
TEST(EncoderTest, CutsWhereTheInkBecomesWider) {
    Sheet sheet(800, 100);
    for (int y = 0; y < 50; ++y) sheet.blacken(400, y);
    for (int y = 50; y < 100; ++y)
        for (int x = 0; x < 800; ++x) sheet.blacken(x, y);
    EXPECT_THAT(commandsOf(sheet, {}), testing::ElementsAre("align 1", "raster 2x50", "raster 100x50"));
}

TEST(EncoderTest, SendsOneDotForFourWhereThePrinterEnlarges) {
    Sheet sheet(32, 4);
    for (const auto& [x, y] : {std::pair{4, 0}, {5, 0}, {4, 1}, {5, 1}, {30, 2}, {31, 2}, {30, 3}, {31, 3}})
        sheet.blacken(x, y);
    EXPECT_EQ(Encoder().raster(sheet.image(), {.enlarge = true}).bytes(),
              (Bytes{0x1B, 0x61, 1, 0x1D, 0x76, 0x30, 3, 2, 0, 2, 0, 0x20, 0x00, 0x00, 0x01}));
    EXPECT_THAT(commandsOf(sheet, {}), testing::ElementsAre("align 1", "raster 4x4"));
    sheet.blacken(0, 3);
    EXPECT_THAT(commandsOf(sheet, {.enlarge = true}), testing::ElementsAre("align 1", "raster 4x4"));
}

TEST(EncoderTest, AMaskedDotOfAnEnlargedBandIsFourDotsOfThePaper) {
    Sheet sheet(32, 2);
    for (const int x : {6, 7, 26, 27})  // bits of 10h and 04h, each dot twice
        for (int y = 0; y < 2; ++y) sheet.blacken(x, y);
    Encoder encoder;
    encoder.raster(sheet.image(), {.enlarge = true});
    EXPECT_EQ(encoder.maskedDots(), 4);
    EXPECT_EQ(differences(sheet, test::Decoder(encoder.bytes(), 32).decode()), 4);
}

TEST(EncoderTest, ClearsOneDotOfARealTimeCommandInsideThePicture) {
    Sheet sheet(16, 2);
    for (auto [at, byte] : {std::pair{0, 0x10}, {1, 0x04}, {2, 0xFF}, {3, 0xFF}})
        sheet.bytes[static_cast<std::size_t>(at)] = static_cast<std::uint8_t>(byte);
    Encoder encoder;
    encoder.raster(sheet.image());
    EXPECT_EQ(encoder.maskedDots(), 1);
    const auto paper = test::Decoder(encoder.bytes(), 16).decode();
    EXPECT_EQ(paper.error, "");
    EXPECT_EQ(differences(sheet, paper), 1);
}

TEST(EncoderTest, FindsRealTimeCommandsOverTheEdgeOfARow) {
    for (const std::uint8_t second : {0x04, 0x05, 0x14}) {
        Bytes data{0xFF, 0x10, second, 0xFF};
        EXPECT_EQ(maskRealTimeCommands(data), 1);
        EXPECT_EQ(data, (Bytes{0xFF, 0x00, second, 0xFF}));
    }
    Bytes harmless{0x10, 0x10, 0x06, 0x10};
    EXPECT_EQ(maskRealTimeCommands(harmless), 0);
}

/// An upper bound: bands of full width and height, with what stands before and after them.
std::size_t wholeBands(const Sheet& sheet, int rows) {
    const int bands = (sheet.height + rows - 1) / rows + sheet.height / 48;
    return sheet.bytes.size() + static_cast<std::size_t>((8 + 16) * bands) + 64;
}

RC_GTEST_PROP(EncoderPropertyTest, PaperShowsThePictureWhateverTheBands, ()) {
    Sheet sheet(8 * *rc::gen::inRange(1, 12), *rc::gen::inRange(1, 200));
    const auto strokes = *rc::gen::container<std::vector<std::pair<int, int>>>(
        rc::gen::pair(rc::gen::inRange(0, sheet.width), rc::gen::inRange(0, sheet.height)));
    // Squares of two by two too, so that there is something to enlarge.
    const bool squares = *rc::gen::arbitrary<bool>();
    for (const auto& [x, y] : strokes)
        for (int dot = 0; dot < (squares ? 4 : 1); ++dot) {
            const int right = squares ? x / 2 * 2 + dot % 2 : x;
            const int down = squares ? y / 2 * 2 + dot / 2 : y;
            if (down < sheet.height) sheet.blacken(right, down);
        }
    BandOptions options;
    options.rows = *rc::gen::inRange(1, 256);
    options.feedBlankRows = *rc::gen::arbitrary<bool>();
    options.enlarge = *rc::gen::arbitrary<bool>();
    options.crop = *rc::gen::arbitrary<bool>();
    options.imageFillsPaper = *rc::gen::arbitrary<bool>();
    options.avoidMultiplesOf48 = *rc::gen::arbitrary<bool>();
    Encoder encoder;
    encoder.init().motionUnits(203).raster(sheet.image(), options).feedAndCut();
    const auto masked = encoder.maskedDots();
    const auto bytes = encoder.take();
    const auto paper = test::Decoder(bytes, sheet.width).decode();
    RC_ASSERT(paper.error == "");
    RC_ASSERT(differences(sheet, paper) == masked);
    RC_ASSERT(bytes.size() <= wholeBands(sheet, options.rows));
    for (const auto& command : paper.commands) {
        int wide = 0;
        int high = 0;
        if (std::sscanf(command.c_str(), "raster %dx%d", &wide, &high) != 2) continue;
        RC_ASSERT(high <= options.rows);
        RC_ASSERT(!options.avoidMultiplesOf48 || high % 48 != 0);
    }
}

TEST(DecoderTest, RefusesUnknownBytesAndACutEnd) {
    EXPECT_NE(test::Decoder(Bytes{0x1B, 0x40, 0x00}, 8).decode().error, "");
    EXPECT_NE(test::Decoder(Bytes{0x1D, 0x76, 0x30, 0, 1, 0, 2, 0, 0xFF}, 8).decode().error, "");
}

}  // namespace
}  // namespace luot::hardware::escpos
