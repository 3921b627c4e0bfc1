#pragma once

#include <string>

#include "base/Wording.hpp"
#include "draw/DrawList.hpp"
#include "hardware/printer/Printer.hpp"
#include "hardware/printer/profile/Profile.hpp"

namespace luot::dispenser::tools {

/// What stands on a test page.
struct TestPage {
    std::string printer;  ///< as the settings name it
    hardware::printer::profile::Profile profile;
    int width = 576;       ///< dots
    std::string language;  ///< "vi" or "en"
};

/// Rulers in millimetres, letters with their marks, a number and a QR code; one unit is one dot.
draw::DrawList testPageLayout(const TestPage& page, const base::Wording& wording);

/// The page and under it two bars, one as it is and one enlarged by the printer: they look the same where it
/// can.
hardware::printer::PrintJob testPageJob(const TestPage& page, const base::Wording& wording);

}  // namespace luot::dispenser::tools
