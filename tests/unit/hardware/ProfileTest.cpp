#include "hardware/printer/profile/Profile.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "base/Wording.hpp"
#include "hardware/printer/PrintFault.hpp"

namespace luot::hardware::printer {
namespace {

const std::filesystem::path config = std::filesystem::path(LUOT_SOURCE_DIR) / "config";

TEST(ProfileTest, EveryShippedProfileIsRight) {
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(config / "printers")) {
        const auto profile = profile::readProfile(entry.path());
        ASSERT_TRUE(profile) << base::settings::textOf(profile.error());
        EXPECT_NE(profile->name, "");
        const double mm = profile->paper.dots * 25.4 / profile->paper.perInch;
        EXPECT_NEAR(mm, profile->paper.mm == 58 ? 48 : 72, 0.5) << entry.path();
        ++count;
    }
    EXPECT_EQ(count, 10);
}

TEST(ProfileTest, KeepsAQuirkOfOneModelToIt) {
    const auto quirky = profile::readProfile(config / "printers" / "pos-5890k.toml");
    const auto plain = profile::readProfile(config / "printers" / "generic-58.toml");
    ASSERT_TRUE(quirky && plain);
    EXPECT_TRUE(quirky->bands().avoidMultiplesOf48);
    EXPECT_FALSE(plain->bands().avoidMultiplesOf48);
    EXPECT_EQ(plain->device(), DeviceRecord{});
    const auto epson = profile::readProfile(config / "printers" / "epson-tm-t82iii.toml");
    ASSERT_TRUE(epson);
    EXPECT_EQ(epson->device(), (DeviceRecord{Confirmation::processId, true, false}));
    EXPECT_TRUE(epson->bands().enlarge);
    EXPECT_FALSE(plain->bands().enlarge) << "nobody knows which clones obey it";
}

TEST(ProfileTest, TellsEachErrorWithItsLine) {
    const auto wrong = profile::parseProfile(
        "name = \"X\"\n[paper]\ndots = 577\n[raster]\nband_rows = 256\navoid_multiples_of = 3\n"
        "[abilities]\nbuzzer = \"loud\"\nconfirmation = \"echo\"\ncuter = true\n",
        "x.toml");
    ASSERT_FALSE(wrong);
    std::set<int> lines;
    for (const auto& complaint : wrong.error()) {
        EXPECT_EQ(complaint.file, "x.toml");
        lines.insert(complaint.line);
    }
    EXPECT_EQ(lines, (std::set{3, 5, 6, 8, 9, 10})) << base::settings::textOf(wrong.error());
}

TEST(ProfileTest, RefusesAPrintThatIsWiderThanItsRoll) {
    const auto text = [](int mm, int dots, int perInch) {
        return fmt::format("name = \"X\"\n[paper]\nmm = {}\ndots = {}\nper_inch = {}\n", mm, dots, perInch);
    };
    EXPECT_TRUE(profile::parseProfile(text(80, 512, 180), "x.toml"));
    EXPECT_FALSE(profile::parseProfile(text(58, 576, 203), "x.toml"));
    EXPECT_FALSE(profile::parseProfile(text(80, 640, 180), "x.toml")) << "90 mm";
}

TEST(ProfileTest, PartsAndSoundsByWhatTheModelHas) {
    profile::Profile model;
    const auto bytes = [&](auto write) {
        escpos::Encoder job;
        (model.*write)(job);
        return job.take();
    };
    using Raw = std::vector<std::uint8_t>;
    EXPECT_EQ(bytes(&profile::Profile::part), escpos::Encoder().feedAndCut().bytes());
    EXPECT_EQ(bytes(&profile::Profile::sound), Raw{});
    model.abilities.cutter = false;
    model.abilities.buzzer = "epson";
    EXPECT_EQ(bytes(&profile::Profile::part), escpos::Encoder().whiteRows(127).bytes());
    model.abilities.motionUnits = true;
    EXPECT_EQ(bytes(&profile::Profile::part), (Raw{0x1B, 'J', 127}));
    EXPECT_EQ(bytes(&profile::Profile::sound), escpos::Encoder().epsonBuzzer(1, 2).bytes());
}

TEST(PrintFaultTest, HasWordsForPeopleInEveryLanguage) {
    const auto wording = base::Wording::load(config / "wording");
    ASSERT_TRUE(wording) << wording.error().what;
    std::set<std::string_view> names;
    for (const auto fault : allPrintFaults()) {
        names.insert(nameOf(fault));
        if (fault == PrintFault::none) continue;
        for (const auto key : {citizenKey(fault), staffKey(fault)}) {
            EXPECT_TRUE(wording->has("vi", key)) << key;
            EXPECT_TRUE(wording->has("en", key)) << key;
        }
    }
    EXPECT_EQ(names.size(), allPrintFaults().size());
}

class DeviceMemoryTest : public testing::Test {
protected:
    void TearDown() override { std::filesystem::remove(file_); }
    std::filesystem::path file_ = std::filesystem::path(testing::TempDir()) / "luot-device-memory.json";
};

TEST_F(DeviceMemoryTest, RemembersEachPrinterOverARestart) {
    DeviceMemory first(file_);
    first.learn("tcp:a:9100", {Confirmation::processId, true, false});
    first.learn("usb:/dev/usb/lp0", {Confirmation::fence, false, true});
    const DeviceMemory second(file_);
    EXPECT_EQ(second.record("tcp:a:9100"), (DeviceRecord{Confirmation::processId, true, false}));
    EXPECT_EQ(second.record("usb:/dev/usb/lp0"), (DeviceRecord{Confirmation::fence, false, true}));
    EXPECT_EQ(second.record("tcp:b:9100"), DeviceRecord{});
}

TEST_F(DeviceMemoryTest, BelievesThePrinterMoreThanItsProfile) {
    DeviceMemory memory;
    memory.presume("x", {Confirmation::processId, true, false});
    EXPECT_EQ(memory.record("x").confirmation, Confirmation::processId);
    memory.learn("x", {Confirmation::fence, true, false});
    memory.presume("x", {Confirmation::processId, true, false});
    EXPECT_EQ(memory.record("x").confirmation, Confirmation::fence);
}

TEST_F(DeviceMemoryTest, StartsAnewFromADamagedFile) {
    std::ofstream(file_) << "{\"x\": 3";
    EXPECT_EQ(DeviceMemory(file_).record("x"), DeviceRecord{});
}

}  // namespace
}  // namespace luot::hardware::printer
