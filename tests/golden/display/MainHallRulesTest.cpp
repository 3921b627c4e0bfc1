#include <gtest/gtest.h>

#include <map>
#include <set>

#include "SampleHall.hpp"
#include "display/scene/ExpectedWaits.hpp"
#include "display/view/Views.hpp"
#include "draw/Painter.hpp"
#include "draw/text/Measure.hpp"

/// What holds for every picture of the main hall, whatever it shows (section 14 of the design).
namespace luot::display {
namespace {

using draw::Text;
using draw::Token;

constexpr double leastDigitHeight = 108.0 / 12;

std::vector<Text> textsOf(const draw::DrawList& list) {
    std::vector<Text> texts;
    for (const auto& command : list.commands) {
        if (const auto* text = std::get_if<Text>(&command)) texts.push_back(*text);
    }
    return texts;
}

double digitHeight(const draw::DrawList& list, const std::string& number) {
    double height = 0;
    for (const Text& text : textsOf(list)) {
        if (text.text == number)
            height = std::max(height, draw::text::place(text).size * draw::text::capHeight);
    }
    return height;
}

/// The sample's pictures with the longest names and numbers that can come.
std::map<std::string, Picture> allPictures(const std::string& language) {
    std::map<std::string, Picture> pictures = {{"one", oneCall()},
                                               {"two", twoCalls()},
                                               {"recall", recall()},
                                               {"lost", lost()},
                                               {"none", noCallYet()}};
    for (auto& [name, picture] : pictures) picture.appearance.language = language;
    return pictures;
}

void makeLong(Picture& picture) {
    const std::string tall = "ẾẬỮỖ Ẵ ỹ ợ Êđê Ƀ";
    const std::string longName =
        "Tiếp nhận và trả kết quả giải quyết thủ tục về quản lý giá, phí, lệ phí " + tall;
    for (auto& service : picture.hall.services) service.labelVi = service.labelEn = longName;
    picture.hall.centre.nameVi = picture.hall.centre.nameEn =
        "Trung tâm Phục vụ hành chính công và Chuyển đổi số liên phường Tân Mẫu - Mẫu Sơn - " + tall;
    picture.hall.centre.authorityVi = picture.hall.centre.authorityEn =
        "Ủy ban nhân dân " + longName + longName;
    picture.hall.centre.noticesVi = picture.hall.centre.noticesEn = {longName + " " + longName};
    picture.hall.counters[1].label = picture.hall.counters[1].labelEn =
        "Bàn hướng dẫn thủ tục hành chính " + tall;
    for (int i = 0; i < 12; ++i) picture.hall.missed.push_back(ticket("B10" + std::to_string(10 + i), 2));
    for (auto& recent : picture.hall.recent)
        recent.number = recent.number[0] + std::string("10") + recent.number.substr(2);
    for (const Card& card : std::vector<Card>(picture.board.cards())) {
        Call call = card.call;
        call.number = call.number[0] + std::string("10") + call.number.substr(2);
        call.times = 3;
        call.priority = true;
        picture.board.called(call, card.shownAt);
    }
}

class EveryLanguage : public ::testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Display, EveryLanguage, ::testing::Values("vi", "en"));

TEST_P(EveryLanguage, KeepsInkInsideItsBox) {
    for (const bool tooLong : {false, true}) {
        for (auto& [name, picture] : allPictures(GetParam())) {
            if (tooLong) makeLong(picture);
            for (const Text& text : textsOf(picture.draw())) {
                const draw::Rect ink = draw::text::place(text).ink;
                EXPECT_TRUE(text.box.encloses(ink, 0.35))
                    << name << (tooLong ? " long" : "") << ": '" << text.text << "' at " << text.box.x << ' '
                    << text.box.y << ' ' << text.box.w << ' ' << text.box.h << " ink " << ink.x << ' '
                    << ink.y << ' ' << ink.w << ' ' << ink.h;
            }
        }
    }
}

TEST_P(EveryLanguage, KeepsTextsApart) {
    for (const bool tooLong : {false, true}) {
        for (auto& [name, picture] : allPictures(GetParam())) {
            if (tooLong) makeLong(picture);
            const auto texts = textsOf(picture.draw());
            for (std::size_t a = 0; a < texts.size(); ++a) {
                for (std::size_t b = a + 1; b < texts.size(); ++b) {
                    const draw::Rect one = draw::text::place(texts[a]).ink;
                    const draw::Rect other = draw::text::place(texts[b]).ink;
                    const bool apart = one.right() <= other.x || other.right() <= one.x ||
                                       one.bottom() <= other.y || other.bottom() <= one.y;
                    EXPECT_TRUE(apart) << name << (tooLong ? " long" : "") << ": '" << texts[a].text
                                       << "' and '" << texts[b].text << "'";
                }
            }
        }
    }
}

TEST(MainHallRules, DigitsOfACurrentCallAreATwelfthOfTheHeight) {
    for (Picture picture : {oneCall(), twoCalls(), recall()}) {
        for (const bool fiveCharacters : {false, true}) {
            if (fiveCharacters) makeLong(picture);
            const auto list = picture.draw();
            for (const Card& card : picture.board.cards()) {
                EXPECT_GE(digitHeight(list, card.call.number), leastDigitHeight) << card.call.number;
            }
        }
    }
}

TEST(MainHallRules, ANumberNeverStandsInTwoPlaces) {
    for (auto& [name, picture] : allPictures("vi")) {
        std::set<std::string> numbers;
        for (const Text& text : textsOf(picture.draw())) {
            const bool isNumber =
                text.text.size() == 4 && std::isdigit(static_cast<unsigned char>(text.text[3])) != 0;
            EXPECT_TRUE(!isNumber || numbers.insert(text.text).second) << name << ' ' << text.text;
        }
    }
}

TEST(MainHallRules, NumbersUseOnlyTheColoursThatMayCarryThem) {
    const std::set<Token> may = {Token::ink,  Token::ink2, Token::primary, Token::onPrimary, Token::onCall,
                                 Token::call, Token::off,  Token::danger,  Token::warn,      Token::onBar};
    for (auto& [name, picture] : allPictures("vi")) {
        for (const Text& text : textsOf(picture.draw())) {
            if (text.text.find_first_of("0123456789") == std::string::npos) continue;
            EXPECT_TRUE(may.count(text.color) == 1) << name << ": " << text.text;
        }
    }
}

TEST(MainHallRules, NoTextOfADisplayIsSmallerOrThinnerThanTheLeast) {
    for (auto& [name, picture] : allPictures("vi")) {
        for (const Text& text : textsOf(picture.draw())) {
            EXPECT_GE(text.size, 2.6) << name << ": " << text.text;
            EXPECT_GE(text.weight, 500) << name << ": " << text.text;
        }
    }
}

TEST(MainHallRules, EveryStateIsAlsoAShape) {
    const auto shapes = [](const Picture& picture) {
        std::set<draw::State> found;
        for (const auto& command : picture.draw().commands) {
            if (const auto* shape = std::get_if<draw::Shape>(&command)) found.insert(shape->state);
        }
        return found;
    };
    EXPECT_TRUE(shapes(recall()).count(draw::State::recall) == 1);
    EXPECT_TRUE(shapes(recall()).count(draw::State::priority) == 1);
    EXPECT_TRUE(shapes(lost()).count(draw::State::offline) == 1);
}

TEST(MainHallRules, DrawsTheSameSecondAfterSecondWhenNothingChanges) {
    Picture picture = oneCall();
    const auto before = picture.draw();
    picture.now += 900;
    picture.time += base::Milliseconds(900);
    EXPECT_EQ(picture.draw(), before);
}

TEST(MainHallRules, OnlyTheGroundChangesWhenACallFlashes) {
    Picture picture = recall();
    const auto on = textsOf(picture.draw());
    picture.flashOn = false;
    const auto off = textsOf(picture.draw());
    ASSERT_EQ(on.size(), off.size());
    for (std::size_t i = 0; i < on.size(); ++i) {
        EXPECT_EQ(on[i].box, off[i].box) << on[i].text;
        EXPECT_EQ(on[i].text, off[i].text);
    }
}

TEST(MainHallRules, FillsScreensOfOtherShapesWithoutCuttingAnythingOff) {
    for (const draw::Size pixels :
         {draw::Size{3840, 2160}, {1366, 768}, {1280, 1024}, {2560, 1080}, {1024, 768}}) {
        Picture picture = oneCall();
        picture.pixels = pixels;
        const draw::Rect visible = draw::Scale::fit(view::designSize, pixels).visible(pixels);
        for (const Text& text : textsOf(picture.draw())) {
            EXPECT_TRUE(visible.encloses(text.box)) << pixels.w << ": " << text.text;
        }
    }
}

TEST(MainHallRules, KeepsTheSafeMarginFree) {
    for (const double margin : {0.0, 4.0, 8.0}) {
        Picture picture = oneCall();
        picture.appearance.safeMargin = margin;
        for (const Text& text : textsOf(picture.draw())) {
            EXPECT_GE(text.box.x, margin - 0.01) << text.text;
            EXPECT_LE(text.box.right(), 192 - margin + 0.01) << text.text;
        }
    }
}

TEST(ExpectedWaitsTest, TakeTurnsByFourAndNeverGuess) {
    const scene::Voice voice{wording(), "vi"};
    auto hall = sampleHall();
    EXPECT_TRUE(scene::expectedWaits(hall, voice, 0).empty()) << "nothing is measured";
    auto service = hall.services[0];
    service.open = true;
    service.estimate = protocol::Estimate{60, 120};
    hall.services.assign(5, service);
    hall.services[1].open = false;
    hall.services.push_back(service);
    EXPECT_EQ(scene::expectedWaits(hall, voice, 0).size(), 4U);
    EXPECT_EQ(scene::expectedWaits(hall, voice, scene::noticeFor).size(), 1U);
    EXPECT_EQ(scene::expectedWaits(hall, voice, 2 * scene::noticeFor).size(), 4U);
    EXPECT_EQ(scene::expectedWaits(hall, voice, 0).front().values.front(), "chờ 1-2 phút");
}

TEST(NoticeBarTest, SaysThatTheClockWasSetAtOnceAndThenAmongTheOthers) {
    const scene::Voice voice{wording(), "vi"};
    auto hall = sampleHall();
    hall.clockFault = protocol::ClockFault{-1800, at("09:42:00")};
    const auto texts = [&](const char* time) {
        std::vector<std::string> found;
        for (const auto& notice : scene::noticesOf(hall, voice, at(time)))
            found.push_back(notice.parts.front());
        return found;
    };
    ASSERT_EQ(texts("09:42:59").size(), 1U);
    EXPECT_NE(texts("09:42:59").front().find("09:42"), std::string::npos) << texts("09:42:59").front();
    const auto later = texts("09:43:00");
    EXPECT_EQ(later.front(), texts("09:42:59").front());
    hall.clockFault.reset();
    EXPECT_EQ(later.size(), texts("09:43:00").size() + 1);
}

TEST(NoticeBarTest, CutsALongMessageAtWordEndsIntoLinesThatFit) {
    const auto layout = view::Layout::of({0, 0, 192, 108}, 4);
    const std::string message =
        "Hồ sơ tiếp nhận sau 15 giờ được trả kết quả trong ngày làm việc tiếp theo; hồ sơ phức tạp được trả "
        "theo giấy "
        "hẹn. Mời Ông/Bà giữ phiếu đến khi nhận kết quả và kiểm tra thông tin trước khi rời quầy.";
    const auto parts = view::noticeParts(message, layout);
    EXPECT_GT(parts.size(), 1U);
    std::string joined;
    for (const auto& part : parts) joined += (joined.empty() ? "" : " ") + part;
    EXPECT_EQ(joined, message);
    EXPECT_EQ(view::noticeParts("Mời Ông/Bà", layout).size(), 1U);
}

}  // namespace
}  // namespace luot::display
