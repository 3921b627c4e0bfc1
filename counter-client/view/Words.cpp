#include "counter-client/view/Words.hpp"

#include <vector>

namespace luot::counterclient::view {

std::string Words::operator()(const desk::Phrase& phrase) const {
    if (phrase.key.empty()) return name(phrase.vi, phrase.en);
    std::vector<base::Fill> fills;
    for (const auto& [name, value] : phrase.values) fills.push_back({name, value});
    return wording_.text(language_, phrase.key, fills);
}

}  // namespace luot::counterclient::view
