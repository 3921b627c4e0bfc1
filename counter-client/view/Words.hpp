#pragma once

#include <string>
#include <string_view>

#include "base/Wording.hpp"
#include "counter-client/desk/Phrase.hpp"
#include "protocol/Hall.hpp"

namespace luot::counterclient::view {

/// The wording file in the clerk's language.
class Words {
public:
    Words(const base::Wording& wording, std::string language)
        : wording_(wording), language_(std::move(language)) {}

    std::string operator()(std::string_view key, std::initializer_list<base::Fill> fills = {}) const {
        return wording_.text(language_, key, fills);
    }
    std::string operator()(const desk::Phrase& phrase) const;
    /// A name that the centre gave in both languages; an empty English one falls back to the Vietnamese.
    const std::string& name(const std::string& vi, const std::string& en) const {
        return language_ == "en" && !en.empty() ? en : vi;
    }

    /// Without what stands in brackets behind the name: the window is narrow.
    std::string service(const protocol::Service& service) const {
        const auto& label = name(service.labelVi, service.labelEn);
        return label.substr(0, label.find(" ("));
    }

private:
    const base::Wording& wording_;
    std::string language_;
};

}  // namespace luot::counterclient::view
