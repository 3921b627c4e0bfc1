#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "server/centre/CentreFile.hpp"

namespace luot::server::centre {

/// The smallest good centre. The tests change single lines of it; lines count from 1.
inline const std::vector<std::string> smallestCentre{
    "[centre]",                                                 // 1
    "id = \"c\"",                                               // 2
    "name = { vi = \"Trung tâm\", en = \"Centre\" }",           // 3
    "authority = { vi = \"UBND\", en = \"Committee\" }",        // 4
    "languages = [\"vi\", \"en\"]",                             // 5
    "[calendar.week]",                                          // 6
    "mon = [\"07:30-11:30\", \"13:30-17:00\"]",                 // 7
    "[targets]",                                                // 8
    "warn_wait_minutes = 10",                                   // 9
    "target_wait_minutes = 15",                                 // 10
    "[[zones]]",                                                // 11
    "id = \"A\"",                                               // 12
    "label = { vi = \"Khu A\", en = \"Area A\" }",              // 13
    "[[services]]",                                             // 14
    "id = \"chung-thuc\"",                                      // 15
    "prefix = \"A\"",                                           // 16
    "label = { vi = \"Chứng thực\", en = \"Certification\" }",  // 17
    "[[services]]",                                             // 18
    "id = \"ho-tich\"",                                         // 19
    "prefix = \"B\"",                                           // 20
    "label = { vi = \"Hộ tịch\", en = \"Civil status\" }",      // 21
    "[[counters]]",                                             // 22
    "number = 1",                                               // 23
    "label = { vi = \"Quầy số 01\", en = \"Counter 01\" }",     // 24
    "zone = \"A\"",                                             // 25
    "services = [",                                             // 26
    "    { service = \"chung-thuc\", rank = 1 },",              // 27
    "    { service = \"ho-tich\", rank = 2 },",                 // 28
    "]",                                                        // 29
    "[[counters]]",                                             // 30
    "number = 2",                                               // 31
    "label = { vi = \"Quầy số 02\", en = \"Counter 02\" }",     // 32
    "services = [{ service = \"ho-tich\", rank = 1 }]",         // 33
    "[demand.mix]",                                             // 34
    "chung-thuc = 0.6",                                         // 35
    "ho-tich = 0.4",                                            // 36
};

/// One line of the smallest centre is changed, and these are the complaints, with their lines.
struct Case {
    std::string name;
    std::size_t line;
    std::string text;
    std::vector<std::string> complaints;
};

inline void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

/// A folder of its own for each test.
class CentreFolder : public testing::Test {
protected:
    void SetUp() override {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        std::string name = std::string("centre_") + test->test_suite_name() + "_" + test->name();
        for (char& c : name)
            if (c == '/') c = '_';
        folder_ = std::filesystem::path(testing::TempDir()) / name;
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::filesystem::path write(const std::string& name, const std::vector<std::string>& lines) {
        std::ofstream out(folder_ / name);
        for (const auto& line : lines) out << line << '\n';
        return folder_ / name;
    }

    /// The complaints of reading these lines as a centre's file, without the folder.
    std::vector<std::string> complaintsOf(const std::vector<std::string>& lines) {
        const auto centre = readCentre(write("c.toml", lines));
        std::vector<std::string> texts;
        if (centre) return texts;
        for (const auto& complaint : centre.error())
            texts.push_back(complaint.text().substr(folder_.string().size() + 1));
        return texts;
    }

    /// The complaints of the smallest centre with that line changed.
    std::vector<std::string> complaintsWith(const Case& changed) {
        auto lines = smallestCentre;
        lines.at(changed.line - 1) = changed.text;
        return complaintsOf(lines);
    }

    std::filesystem::path folder_;
};

}  // namespace luot::server::centre
