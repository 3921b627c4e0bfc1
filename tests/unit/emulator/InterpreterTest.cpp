#include "hardware/emulator/machine/Interpreter.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "hardware/escpos/Encoder.hpp"
#include "tests/unit/emulator/Bench.hpp"

namespace luot::hardware::emulator::machine {
namespace {

using namespace test;

/// What comes out of some bytes, without a printer around it.
struct Printed {
    explicit Printed(const Bytes& bytes, int width = 64) : strip(width), interpreter(width, glyphs) {
        for (const auto byte : bytes)
            for (const auto& work : interpreter.take(byte)) take(work);
        notes = interpreter.takeNotes();
    }
    void take(const Work& work) {
        if (const auto* row = std::get_if<PrintRow>(&work)) strip.add(row->row);
        if (const auto* feed = std::get_if<Feed>(&work))
            for (int i = 0; i < feed->dots; ++i) strip.add({});
        if (const auto* cut = std::get_if<Cut>(&work)) cuts.push_back(*cut);
        if (const auto* answer = std::get_if<Answer>(&work)) answers.push_back(*answer);
        if (const auto* signal = std::get_if<Signal>(&work)) signals.push_back(signal->what);
    }
    PlainGlyphs glyphs;
    paper::Strip strip;
    Interpreter interpreter;
    std::vector<Cut> cuts;
    std::vector<Answer> answers;
    std::vector<std::string> signals;
    std::vector<std::string> notes;
};

struct Picture {
    Picture(int w, int h) : width(w), height(h), bytes(static_cast<std::size_t>(w / 8 * h)) {}
    void blacken(int x, int y) {
        bytes[static_cast<std::size_t>(y * width / 8 + x / 8)] |= static_cast<std::uint8_t>(0x80 >> x % 8);
    }
    bool black(int x, int y) const {
        return (bytes[static_cast<std::size_t>(y * width / 8 + x / 8)] >> (7 - x % 8) & 1) != 0;
    }
    int width;
    int height;
    Bytes bytes;
};

RC_GTEST_PROP(InterpreterPropertyTest, ShowsThePictureThatTheEncoderSent, ()) {
    Picture picture(8 * *rc::gen::inRange(1, 12), *rc::gen::inRange(1, 200));
    const auto strokes = *rc::gen::container<std::vector<std::pair<int, int>>>(
        rc::gen::pair(rc::gen::inRange(0, picture.width), rc::gen::inRange(0, picture.height)));
    for (const auto& [x, y] : strokes) picture.blacken(x, y);
    escpos::BandOptions options;
    options.rows = *rc::gen::inRange(1, 256);
    options.crop = *rc::gen::arbitrary<bool>();
    escpos::Encoder encoder;
    encoder.init().motionUnits(203).raster({picture.width, picture.height, picture.bytes}, options);
    const int masked = encoder.maskedDots();
    const Printed printed(encoder.take(), picture.width);
    int differences = 0;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            if (picture.black(x, y) != (y < printed.strip.height() && printed.strip.black(x, y)))
                ++differences;
    RC_ASSERT(differences == masked);
    RC_ASSERT(printed.notes.empty());
}

RC_GTEST_PROP(InterpreterPropertyTest, SurvivesAnyBytesAndIsItselfAgainAfterZerosAndInit, ()) {
    auto bytes = *rc::gen::arbitrary<Bytes>();
    // A picture or command that is begun ends within the zeros (receiptio sends 8,192).
    for (std::size_t i = 0; i + 8 < bytes.size(); ++i)
        if (bytes[i] == 0x1D && (bytes[i + 1] == 'v' || bytes[i + 1] == '8')) bytes[i + 1] = '!';
    std::replace(bytes.begin(), bytes.end(), std::uint8_t{'*'}, std::uint8_t{'!'});
    const auto wedged = bytes + Bytes(70'000, 0) + Bytes{0x1B, '@'} + blackRaster(1, 1);
    const Printed printed(wedged);
    RC_ASSERT(!printed.strip.rows().empty());
    RC_ASSERT(printed.strip.rows().back()[0] == 0xFF);
}

TEST(InterpreterTest, PlacesPicturesByAlignment) {
    for (const auto& [align, left] : {std::pair{0, 0}, {1, 28}, {2, 56}}) {
        const Printed printed(Bytes{0x1B, 'a', static_cast<std::uint8_t>(align)} + blackRaster(1, 2));
        ASSERT_EQ(printed.strip.height(), 2);
        for (int x = 0; x < 64; ++x) EXPECT_EQ(printed.strip.black(x, 1), x >= left && x < left + 8) << x;
    }
}

TEST(InterpreterTest, DoublesPicturesWhenTheModeSaysSo) {
    const Printed printed(Bytes{0x1D, 0x76, 0x30, 3, 1, 0, 1, 0, 0xC0});
    EXPECT_EQ(printed.strip.height(), 2);
    EXPECT_EQ(blackDots(printed.strip), 8);
}

TEST(InterpreterTest, PrintsALineOfTextWhenItEnds) {
    const Printed printed(bytesOf("AB\n"));
    EXPECT_EQ(printed.strip.height(), 30);
    EXPECT_TRUE(printed.strip.black(0, 0));
    EXPECT_TRUE(printed.strip.black(12, 0));
    EXPECT_TRUE(printed.strip.black(23, 23));
    EXPECT_EQ(blackDots(printed.strip), 8);
}

TEST(InterpreterTest, BreaksALineThatIsFullAndStretchesLetters) {
    const Printed broken(bytesOf("ABCDEF\n"));  // 64 dots hold five cells of 12
    EXPECT_EQ(broken.strip.height(), 60);
    const Printed large(Bytes{0x1D, '!', 0x11} + bytesOf("A\n"));
    EXPECT_EQ(large.strip.height(), 48);
    EXPECT_TRUE(large.strip.black(1, 1));
    EXPECT_TRUE(large.strip.black(23, 47));
}

TEST(InterpreterTest, DrawsAQrCodeOfTheSetModuleSize) {
    const Bytes size{0x1D, '(', 'k', 3, 0, 49, 67, 2};
    const Bytes store{0x1D, '(', 'k', 7, 0, 49, 80, 48, 'A', '0', '0', '5'};
    const Bytes print{0x1D, '(', 'k', 3, 0, 49, 81, 48};
    const Printed printed(size + store + print);
    EXPECT_EQ(printed.strip.height(), 2 * 21);
    EXPECT_TRUE(printed.strip.black(0, 0));
    EXPECT_TRUE(printed.strip.black(13, 0));
    EXPECT_FALSE(printed.strip.black(14, 0));
}

TEST(InterpreterTest, PrintsGraphicsThatWereStored) {
    const Bytes store{0x1D, '(', 'L', 11, 0, 48, 112, 48, 1, 1, 49, 8, 0, 1, 0, 0xFF};
    EXPECT_EQ(Printed(store).strip.height(), 0);
    EXPECT_EQ(blackDots(Printed(store + Bytes{0x1D, '(', 'L', 2, 0, 48, 50}).strip), 8);
    const Bytes large{0x1D, '8', 'L', 11, 0, 0, 0, 48, 112, 48, 1, 1, 49, 8, 0, 1, 0, 0xFF};
    EXPECT_EQ(blackDots(Printed(large + Bytes{0x1D, '(', 'L', 2, 0, 48, 50}).strip), 8);
}

TEST(InterpreterTest, KnowsTheFormsOfACut) {
    const Printed printed(Bytes{0x1D, 'P', 203,  203, 0x1D, 'V',  66,  3, 0x1D, 'V',
                                65,   9,   0x1D, 'V', 0,    0x1D, 'V', 1, 0x1B, 'i'});
    ASSERT_EQ(printed.cuts.size(), 5U);
    EXPECT_TRUE(printed.cuts[0].feedToCutter);
    EXPECT_EQ(printed.cuts[1].dots, 9);
    EXPECT_FALSE(printed.cuts[2].feedToCutter);
    EXPECT_FALSE(printed.cuts[4].feedToCutter);
}

TEST(InterpreterTest, CountsInHalfDotsDownThePaperUntilGsP) {
    const Bytes feed{0x1B, 'J', 100};
    const Bytes dots{0x1D, 'P', 203, 203};
    EXPECT_EQ(Printed(feed).strip.height(), 50);
    EXPECT_EQ(Printed(dots + feed).strip.height(), 100);
    EXPECT_EQ(Printed(dots + Bytes{0x1D, 'P', 0, 0} + feed).strip.height(), 50);
    EXPECT_EQ(Printed(dots + Bytes{0x1B, '@'} + feed).strip.height(), 50);
    EXPECT_EQ(Printed(dots + Bytes{0x1B, '3', 40, '\n'}).strip.height(), 40);
    EXPECT_EQ(Printed(Bytes{0x1B, '3', 80} + dots + Bytes{'\n'}).strip.height(), 40);
    EXPECT_EQ(Printed(Bytes{0x1D, 'V', 66, 8}).cuts.at(0).dots, 4);
    EXPECT_EQ(Printed(dots + Bytes{0x1D, 'V', 66, 8}).cuts.at(0).dots, 8);
}

TEST(InterpreterTest, CountsInDotsAcrossThePaperUntilGsP) {
    const Bytes margin{0x1D, 'L', 16, 0};
    const Printed whole(margin + blackRaster(1, 1));
    EXPECT_TRUE(whole.strip.black(16, 0) && !whole.strip.black(15, 0));
    const Printed half(Bytes{0x1D, 'P', 101, 203} + margin + blackRaster(1, 1));
    EXPECT_TRUE(half.strip.black(32, 0) && !half.strip.black(31, 0));
}

TEST(InterpreterTest, TellsSignalsAndQuestionsApart) {
    escpos::Encoder encoder;
    encoder.buzzer(2, 2).epsonBuzzer(1, 1).requestProcessId({'0', '0', '1', 'Z'});
    const Printed printed(encoder.bytes() + Bytes{0x1B, 'p', 0, 25, 250, 0x07, 0x1D, 'r', 1, 0x1D, 'I', 66});
    EXPECT_THAT(printed.signals, testing::ElementsAre("buzzer", "buzzer", "drawer", "buzzer"));
    ASSERT_EQ(printed.answers.size(), 3U);
    EXPECT_EQ(printed.answers[0].text, "001Z");
    EXPECT_EQ(printed.answers[1].kind, Answer::Kind::paperSensor);
    EXPECT_EQ(printed.answers[2].n, 66);
    EXPECT_TRUE(printed.notes.empty());
}

TEST(InterpreterTest, LeavesUnknownCommandsOutAndNamesTheirBytes) {
    const Printed printed(Bytes{0x1B, 0x06, 0x01, 0x1D, 0xFE} + blackRaster(1, 1));
    EXPECT_THAT(printed.notes,
                testing::ElementsAre("unknown command, left out: 1B 06", "unknown command, left out: 1D FE"));
    EXPECT_EQ(printed.strip.height(), 1);
}

TEST(InterpreterTest, PassesOverWhatItDoesNotDrawWithoutLosingItsPlace) {
    const Bytes bitImage{0x1B, '*', 33, 2, 0, 1, 2, 3, 4, 5, 6};
    const Bytes barcode{0x1D, 'k', 73, 3, 'A', 'B', 'C'};
    const Bytes oldBarcode{0x1D, 'k', 4, 'A', 'B', 0};
    const Bytes tabs{0x1B, 'D', 8, 16, 0};
    const Printed printed(bitImage + barcode + oldBarcode + tabs + blackRaster(1, 1));
    EXPECT_EQ(printed.strip.height(), 1);
    EXPECT_EQ(printed.notes.size(), 3U);
}

}  // namespace
}  // namespace luot::hardware::emulator::machine
