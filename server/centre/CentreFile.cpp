#include "server/centre/CentreFile.hpp"

#include "base/settings/toml/Reader.hpp"
#include "server/centre/Checks.hpp"
#include "server/centre/RulesOf.hpp"

namespace luot::server::centre {

namespace {

using base::settings::toml::Constraint;

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
    if (const auto document = readInto(file, centreConstraints(), description, complaints))
        checkCentre(*document, description, complaints);
    const auto folder = file.parent_path();
    if (!description.holidays.empty())
        readInto(folder / description.holidays, holidayConstraints(), centre.holidays, complaints);
    if (!description.catalogue.empty())
        readInto(folder / description.catalogue, catalogueConstraints(), centre.catalogue, complaints);
    if (!complaints.empty()) return tl::unexpected(std::move(complaints));
    centre.rules = rulesOf(description, centre.holidays);
    return centre;
}

}  // namespace luot::server::centre
