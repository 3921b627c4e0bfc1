#pragma once

#include <boost/describe/class.hpp>
#include <filesystem>
#include <string>

#include "base/Result.hpp"
#include "base/settings/Complaint.hpp"
#include "hardware/escpos/Encoder.hpp"
#include "hardware/printer/DeviceMemory.hpp"

/// What is known of a model of printer, as files of config/printers say it.
namespace luot::hardware::printer::profile {

struct Paper {
    int mm = 80;        ///< width of the roll
    int dots = 576;     ///< printable width
    int perInch = 203;  ///< dots
};
BOOST_DESCRIBE_STRUCT(Paper, (), (mm, dots, perInch))

struct Raster {
    int bandRows = 128;
    int avoidMultiplesOf = 0;  ///< rows of a band; 0 or 48
    bool enlarge = false;      ///< GS v 0 with m = 3 prints a dot as four: smaller jobs
};
BOOST_DESCRIBE_STRUCT(Raster, (), (bandRows, avoidMultiplesOf, enlarge))

/// What the model can besides; false also where nobody knows.
struct Abilities {
    bool cutter = true;
    bool status = false;       ///< answers DLE EOT for certain: silence is a fault from the first job on
    bool nativeQr = false;     ///< GS ( k
    bool motionUnits = false;  ///< GS P; others would print its arguments as letters
    std::string buzzer = "none";
    std::string confirmation = "probe";
};
BOOST_DESCRIBE_STRUCT(Abilities, (), (cutter, status, nativeQr, motionUnits, buzzer, confirmation))

/// A model of printer.
struct Profile {
    std::string name;  ///< as its maker writes it
    Paper paper;
    Raster raster;
    Abilities abilities;

    escpos::BandOptions bands() const;
    /// What stands before the first picture: within `width` dots, and what a dot is.
    void begin(escpos::Encoder& job, int width) const;
    /// Moves the paper.
    void feed(escpos::Encoder& job, int dots) const;
    /// Parts the ticket from the roll: feeds to the cutter and cuts, or feeds to where it is torn off by
    /// hand.
    void part(escpos::Encoder& job) const;
    /// Has the printer sound, if it is known how.
    void sound(escpos::Encoder& job) const;
    /// What is taken for granted until the printer itself has shown more.
    DeviceRecord device() const;
};
BOOST_DESCRIBE_STRUCT(Profile, (), (name, paper, raster, abilities))

/// Reads a file such as config/printers/generic-80.toml; all errors are told together, with their lines.
base::Result<Profile, base::settings::Complaints> readProfile(const std::filesystem::path& file);
base::Result<Profile, base::settings::Complaints> parseProfile(std::string_view text, std::string file);

}  // namespace luot::hardware::printer::profile
