#pragma once

#include <string>

#include "base/Wording.hpp"
#include "protocol/MinuteRange.hpp"

namespace luot::dispenser::print {

/// "10-20 phút", "10 phút", "dưới 5 phút"; for no wait at all "Không phải chờ".
std::string waitText(const protocol::MinuteRange& wait, const base::Wording& wording,
                     const std::string& language);

/// The same with "khoảng" before a figure.
std::string aboutWait(const protocol::MinuteRange& wait, const base::Wording& wording,
                      const std::string& language);

}  // namespace luot::dispenser::print
