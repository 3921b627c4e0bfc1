#include "server/centre/CentreFile.hpp"

#include "base/settings/toml/Reader.hpp"
#include "server/centre/RulesOf.hpp"
#include "server/centre/check/Checks.hpp"

namespace luot::server::centre {

namespace {

using base::settings::toml::Constraint;
using base::settings::toml::Document;

void append(Complaints& to, const Complaints& more) { to.insert(to.end(), more.begin(), more.end()); }

/// Reads one file into `into` and holds it to its table of constraints. None: not even TOML.
template <class T>
std::optional<Document> readInto(const std::filesystem::path& file,
                                 const std::vector<Constraint>& constraints, T& into,
                                 Complaints& complaints) {
    auto document = base::settings::toml::read(file);
    if (!document) {
        append(complaints, document.error());
        return std::nullopt;
    }
    base::settings::toml::Reader(*document, complaints).read(into);
    base::settings::toml::check(*document, constraints, complaints);
    return std::move(*document);
}

}  // namespace

base::Result<Centre, Complaints> readCentre(const std::filesystem::path& file) {
    Centre centre;
    Complaints complaints;
    auto& description = centre.description;
    const auto document = readInto(file, check::centreConstraints(), description, complaints);
    if (!description.holidays.empty())
        readInto(file.parent_path() / description.holidays, check::holidayConstraints(), centre.holidays,
                 complaints);
    if (!description.catalogue.empty())
        readInto(file.parent_path() / description.catalogue, check::catalogueConstraints(), centre.catalogue,
                 complaints);
    if (document) {
        check::checkCentre(*document, description, complaints);
        check::checkSameDay(*document, centre, complaints);
    }
    if (!complaints.empty()) return tl::unexpected(std::move(complaints));
    centre.rules = rulesOf(description, centre.holidays, centre.catalogue);
    centre.validFrom = validFrom(centre.rules.basis);
    return centre;
}

}  // namespace luot::server::centre
