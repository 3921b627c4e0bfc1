#include "dispenser/print/form/Kinds.hpp"

#include <algorithm>

namespace luot::dispenser::print::form {

bool Kind::knows(std::string_view key) const {
    const auto holds = [&](const auto& keys) {
        return std::find(keys.begin(), keys.end(), key) != keys.end();
    };
    return key == "kind" || key == "gap" || holds(needs) || holds(may);
}

const std::vector<Kind>& kindTable() {
    static const std::vector<Kind> all{
        {"text", {"says", "size"}, {"bold", "align", "spacing", "second"}},
        {"row", {"says", "size"}, {}},
        {"rule", {}, {}},
        {"number", {"size"}, {}},
        {"mark", {"says", "size", "height"}, {"filled", "whole"}},
        {"turn", {"size", "ahead", "turn"}, {"says", "second"}},
        {"code", {"module", "size"}, {"says", "beside"}},
        {"logo", {"height"}, {}},
    };
    return all;
}

const Kind* findKind(std::string_view name) {
    const auto& all = kindTable();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& kind) { return kind.name == name; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace luot::dispenser::print::form
