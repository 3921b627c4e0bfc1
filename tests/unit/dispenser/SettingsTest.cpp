#include <gmock/gmock.h>

#include <fstream>

#include "dispenser/Program.hpp"
#include "tests/integration/server/TempFolder.hpp"

namespace luot::dispenser {
namespace {

using testing::HasSubstr;

base::settings::Ending check(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "--check-config");
    return base::settings::parseProgram(programOf("1"), arguments).error();
}

TEST(DispenserSettings, CheckConfigReadsThePrintersProfileToo) {
    const tests::TempFolder folder;
    const auto own = folder.file("own.toml");
    std::ofstream(own) << "name = \"ours\"\n[paper]\nmm = 80\ndots = 570\n[raster]\nband_rows = 999\n";
    EXPECT_EQ(check({}).exitCode, 0);
    const auto wrong = check({"--printer-profile", own});
    EXPECT_EQ(wrong.exitCode, 2);
    EXPECT_THAT(wrong.err, HasSubstr("own.toml:4: paper.dots: must be a multiple of 8"));
    EXPECT_THAT(wrong.err, HasSubstr("own.toml:6: raster.band_rows"));
    EXPECT_THAT(check({"--printer-profile", "generic-8"}).err, HasSubstr("printer_profile: "));
    EXPECT_THAT(check({"--paper-width", "383"}).err, HasSubstr("paper_width_dots: must be a multiple of 8"));
}

}  // namespace
}  // namespace luot::dispenser
