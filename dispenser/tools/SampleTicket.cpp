#include "dispenser/tools/SampleTicket.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/settings/Complaint.hpp"
#include "base/settings/toml/Document.hpp"
#include "protocol/offline/OfflineSeries.hpp"

namespace luot::dispenser::tools {

namespace {

namespace toml = base::settings::toml;

auto sayingIn(const base::Wording& wording) {
    return [&](const char* language, const char* key) {
        return wording.text(language, std::string("print_test.sample_") + key);
    };
}

protocol::Hall madeUpHall(const base::Wording& wording) {
    const auto say = sayingIn(wording);
    protocol::Hall hall;
    hall.centre.authorityVi = say("vi", "authority");
    hall.centre.authorityEn = say("en", "authority");
    hall.centre.nameVi = say("vi", "centre");
    hall.centre.nameEn = say("en", "centre");
    hall.centre.hotline = "1022";
    hall.centre.noShowAfterCalls = 3;
    protocol::Service service;
    service.id = "ho-tich";
    service.prefix = "B";
    service.labelVi = say("vi", "service");
    service.labelEn = say("en", "service");
    service.counters = {1, 2, 3, 10};
    hall.services.push_back(service);
    return hall;
}

const std::string& textAt(const toml::Node& table, std::string_view key, const std::string& otherwise) {
    const auto* node = table.find(key);
    return node == nullptr || node->kind != toml::Kind::text ? otherwise : node->text;
}

/// { vi = "...", en = "..." }
void takeBoth(const toml::Node& table, std::string_view key, std::string& vietnamese, std::string& english) {
    const auto* both = table.find(key);
    if (both == nullptr) return;
    vietnamese = textAt(*both, "vi", vietnamese);
    english = textAt(*both, "en", "");
}

bool serves(const toml::Node& counter, const std::string& service) {
    const auto* services = counter.find("services");
    if (services == nullptr) return false;
    return std::any_of(services->values.begin(), services->values.end(), [&](const toml::Node& one) {
        return one.text == service || textAt(one, "service", "") == service;
    });
}

void takeService(const toml::Node& root, protocol::Service& service) {
    const auto* services = root.find("services");
    if (services == nullptr || services->values.empty()) return;
    const auto& first = services->values.front();
    service.id = textAt(first, "id", service.id);
    service.prefix = textAt(first, "prefix", service.prefix);
    takeBoth(first, "label", service.labelVi, service.labelEn);
    service.counters.clear();
    const auto* counters = root.find("counters");
    if (counters == nullptr) return;
    for (const auto& counter : counters->values) {
        const auto* number = counter.find("number");
        if (number != nullptr && serves(counter, service.id))
            service.counters.push_back(static_cast<int>(number->integer));
    }
}

/// Only what a ticket shows; whether the file is right is the server's --check-config to say.
base::Result<> takeCentre(const std::filesystem::path& file, protocol::Hall& hall) {
    const auto document = toml::read(file);
    if (!document) return base::fail(base::Fault::invalidInput, textOf(document.error()));
    const auto* centre = document->root.find("centre");
    if (centre == nullptr)
        return base::fail(base::Fault::invalidInput,
                          fmt::format("{}: has no [centre]; give a centre's file", file.string()));
    takeBoth(*centre, "name", hall.centre.nameVi, hall.centre.nameEn);
    takeBoth(*centre, "authority", hall.centre.authorityVi, hall.centre.authorityEn);
    hall.centre.hotline = textAt(*centre, "hotline", "");
    takeService(document->root, hall.services.front());
    return {};
}

protocol::Ticket ticketOf(const protocol::Service& service) {
    protocol::Ticket ticket;
    ticket.id = "sample";
    ticket.number = service.prefix + "019";
    ticket.service = service.id;
    ticket.state = "waiting";
    ticket.issuedAt = *base::parseInstant("2026-11-23T09:42:00+07:00");
    ticket.ahead = 6;
    ticket.estimate = protocol::Estimate{18 * 60, 27 * 60};
    ticket.trackingUrl = "http://192.168.1.10:8080/t/7M3K9QXW2ZB5T8RANC4VHJ6DE";
    return ticket;
}

/// What a kiosk without the server cannot know: who is before one, how long that takes, where one can follow
/// it.
void takeAlone(const std::string& prefix, protocol::Ticket& ticket) {
    ticket.number = protocol::offlineNumber(prefix, 7, 12);
    ticket.ahead.reset();
    ticket.estimate.reset();
    ticket.trackingUrl.reset();
}

base::Result<> mark(const std::string& name, SampleTicket& sample, const base::Wording& wording) {
    if (name == "priority") sample.ticket.priority = true;
    if (name == "appointment") sample.ticket.slot = *base::parseInstant("2026-11-23T10:30:00+07:00");
    if (name == "bulk") {
        sample.ticket.lane = "bulk";
        sample.ticket.dossiers = 12;
    }
    if (name == "offline") sample.occasion.offline = true;
    if (name == "first") {
        sample.ticket.ahead = 0;
        sample.ticket.estimate = protocol::Estimate{};
    }
    if (name == "reprint") sample.occasion.reprintedAt = *base::parseInstant("2026-11-23T10:05:00+07:00");
    if (name == "next-day") sample.ticket.nextDay = true;
    if (name == "procedure") {
        sample.ticket.procedureVi = sayingIn(wording)("vi", "procedure");
        sample.ticket.procedureEn = sayingIn(wording)("en", "procedure");
    }
    const auto& known = markNames();
    if (std::find(known.begin(), known.end(), name) != known.end()) return {};
    return base::fail(base::Fault::invalidInput, fmt::format("--marks: '{}' is not known; use some of: {}",
                                                             name, fmt::join(known, ", ")));
}

}  // namespace

const std::vector<std::string>& markNames() {
    static const std::vector<std::string> all{"priority", "appointment", "bulk",  "offline",
                                              "reprint",  "next-day",    "first", "procedure"};
    return all;
}

base::Result<SampleTicket> sampleTicket(const std::optional<std::filesystem::path>& centre,
                                        const std::vector<std::string>& marks, const base::Wording& wording) {
    SampleTicket sample{madeUpHall(wording), {}, {}};
    if (centre)
        if (const auto taken = takeCentre(*centre, sample.hall); !taken) return tl::unexpected(taken.error());
    sample.ticket = ticketOf(sample.hall.services.front());
    for (const auto& name : marks)
        if (const auto marked = mark(name, sample, wording); !marked) return tl::unexpected(marked.error());
    if (sample.occasion.offline) takeAlone(sample.hall.services.front().prefix, sample.ticket);
    return sample;
}

}  // namespace luot::dispenser::tools
