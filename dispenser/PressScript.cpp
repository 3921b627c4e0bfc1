#include "dispenser/PressScript.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dispenser/view/Scene.hpp"

namespace luot::dispenser {

namespace {

using kiosk::Page;

std::string_view pictureOf(Page page) {
    switch (page) {
        case Page::start:
            return "start";
        case Page::priority:
            return "priority";
        case Page::noPaper:
            return "no-paper";
        case Page::printing:
            return "printing";
        case Page::taken:
            return "taken";
        case Page::printFault:
            return "print-fault";
        case Page::refused:
            return "refused";
        case Page::fieldClosed:
            return "field-closed";
        case Page::closed:
            return "closed";
        case Page::outOfService:
            return "out-of-service";
    }
    return {};
}

const ui::touch::Target* find(const std::vector<ui::touch::Target>& targets, std::string_view id) {
    const auto found =
        std::find_if(targets.begin(), targets.end(), [&](const auto& one) { return one.id == id; });
    return found == targets.end() ? nullptr : &*found;
}

std::string_view takeUntil(std::string_view& text, char end) {
    const auto at = text.find(end);
    const auto part = text.substr(0, at);
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
    return part;
}

}  // namespace

base::Result<PressScript> PressScript::parse(std::string_view text) {
    PressScript script;
    while (!text.empty()) {
        auto one = takeUntil(text, ';');
        const auto service = takeUntil(one, ',');
        const bool priority = one == "priority";
        if (service.empty() || !(priority || one == "normal" || one.empty()))
            return base::fail(base::Fault::invalidInput,
                              fmt::format("'{},{}' is no SERVICE[,priority|normal]", service, one));
        script.citizens_.push_back({std::string(service), priority});
    }
    if (script.citizens_.empty()) return base::fail(base::Fault::invalidInput, "no service is named");
    return script;
}

std::optional<draw::Point> PressScript::next(Page page, const std::vector<ui::touch::Target>& targets,
                                             kiosk::Ticks now) {
    if (over()) return std::nullopt;
    if (!came_) came_ = now;
    if (now - *came_ > citizenWithin) {
        failed_ = true;
        citizens_.clear();
        return std::nullopt;
    }
    if (!pressedAt_) pressedAt_ = now;
    if (now - *pressedAt_ < pause) return std::nullopt;
    const auto* target = find(targets, wanted(page, targets));
    if (target == nullptr) return std::nullopt;
    pressedAt_ = now;
    if (page == Page::start && target->id.starts_with(view::target::service)) asked_ = true;
    const bool sentAway = page == Page::refused || page == Page::fieldClosed ||
                          (page == Page::noPaper && target->id == view::target::home);
    const bool ended = sentAway || page == Page::taken || page == Page::printFault;
    if (!ended) return target->area.centre();
    failed_ = failed_ || sentAway;
    leave();
    // The last one's page stays for the last picture.
    return over() ? std::nullopt : std::optional(target->area.centre());
}

std::string PressScript::wanted(Page page, const std::vector<ui::touch::Target>& targets) const {
    switch (page) {
        case Page::start: {
            auto tile = std::string(view::target::service) + citizens_.front().service;
            return find(targets, tile) != nullptr ? tile : std::string(view::target::nextPage);
        }
        case Page::priority:
            return std::string(citizens_.front().priority ? view::target::yes : view::target::no);
        case Page::noPaper:
            return std::string(find(targets, view::target::onScreen) != nullptr ? view::target::onScreen
                                                                                : view::target::home);
        case Page::taken:
            return std::string(asked_ ? view::target::anywhere : "");
        case Page::printFault:
            return std::string(asked_ ? view::target::noted : "");
        case Page::refused:
        case Page::fieldClosed:
            return std::string(asked_ ? view::target::home : "");
        default:
            return {};
    }
}

std::optional<std::string> PressScript::newPage(Page page) {
    if (last_ == page || over()) return std::nullopt;
    last_ = page;
    const auto name = pictureOf(page);
    return served_ == 0 ? std::string(name) : fmt::format("{}-{}", name, served_ + 1);
}

void PressScript::leave() {
    citizens_.pop_front();
    came_.reset();
    asked_ = false;
    ++served_;
}

}  // namespace luot::dispenser
