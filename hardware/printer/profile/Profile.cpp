#include "hardware/printer/profile/Profile.hpp"

#include "base/settings/toml/Constraint.hpp"
#include "base/settings/toml/Reader.hpp"

namespace luot::hardware::printer::profile {

namespace {

namespace toml = base::settings::toml;
using base::settings::Complaints;

const std::vector<toml::Constraint>& constraints() {
    static const std::vector<toml::Constraint> all{
        toml::required("name"),
        toml::required("paper.dots"),
        toml::within("paper.mm", 40, 120),
        toml::within("paper.dots", 320, 832),
        toml::within("paper.per_inch", 150, 255),  // GS P has a byte for it
        toml::within("raster.band_rows", 1, 255),
        toml::oneOf("abilities.buzzer", "none|epson|clone"),
        toml::oneOf("abilities.confirmation", "probe|process_id|fence|none"),
    };
    return all;
}

constexpr double mmPerInch = 25.4;
/// From the head to the edge at which paper is torn off: 58 mm models have up to 14 mm, like a cutter.
constexpr double tearOff = 16;

base::Result<Profile, Complaints> profileOf(const base::Result<toml::Document, Complaints>& document) {
    if (!document) return tl::unexpected(document.error());
    Complaints complaints;
    Profile profile;
    toml::Reader(*document, complaints).read(profile);
    toml::check(*document, constraints(), complaints);
    if (profile.paper.dots % 8 != 0)
        complaints.push_back(document->complaint("paper.dots", "must be a multiple of 8"));
    if (profile.paper.dots * mmPerInch / profile.paper.perInch > profile.paper.mm)
        complaints.push_back(
            document->complaint("paper.dots", "are wider than the roll: see mm and per_inch"));
    if (profile.raster.avoidMultiplesOf != 0 && profile.raster.avoidMultiplesOf != 48)
        complaints.push_back(document->complaint("raster.avoid_multiples_of", "must be 0 or 48"));
    if (!complaints.empty()) return tl::unexpected(std::move(complaints));
    return profile;
}

}  // namespace

escpos::BandOptions Profile::bands() const {
    escpos::BandOptions options;
    options.rows = raster.bandRows;
    options.enlarge = raster.enlarge;
    options.feedBlankRows = abilities.motionUnits;
    options.avoidMultiplesOf48 = raster.avoidMultiplesOf == 48;
    return options;
}

void Profile::begin(escpos::Encoder& job, int width) const {
    job.init();
    if (abilities.motionUnits) job.motionUnits(paper.perInch);
    job.printWidth(width);
}

void Profile::feed(escpos::Encoder& job, int dots) const {
    if (abilities.motionUnits)
        job.feed(dots);
    else
        job.whiteRows(dots);
}

void Profile::part(escpos::Encoder& job) const {
    if (abilities.cutter)
        job.feedAndCut();
    else
        feed(job, static_cast<int>(tearOff * paper.perInch / mmPerInch));
}

void Profile::sound(escpos::Encoder& job) const {
    if (abilities.buzzer == "epson") job.epsonBuzzer(1, 2);
    if (abilities.buzzer == "clone") job.buzzer(1, 2);
}

/// The words were checked when the file was read.
DeviceRecord Profile::device() const {
    return {confirmationOf(abilities.confirmation).value_or(Confirmation::unproven), abilities.status, false};
}

base::Result<Profile, Complaints> readProfile(const std::filesystem::path& file) {
    return profileOf(toml::read(file));
}

base::Result<Profile, Complaints> parseProfile(std::string_view text, std::string file) {
    return profileOf(toml::parse(text, std::move(file)));
}

}  // namespace luot::hardware::printer::profile
