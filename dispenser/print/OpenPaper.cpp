#include "dispenser/print/OpenPaper.hpp"

#include "dispenser/print/form/ReadForm.hpp"
#include "draw/Canvas.hpp"

namespace luot::dispenser::print {

namespace {

base::Result<std::shared_ptr<const draw::Canvas>> openLogo(const std::filesystem::path& file) {
    if (file.empty()) return std::shared_ptr<const draw::Canvas>();
    auto picture = draw::Canvas::readPng(file);
    if (!picture)
        return base::fail(base::Fault::invalidInput,
                          "ticket_logo: " + picture.error().what + "; give a PNG file");
    return std::make_shared<const draw::Canvas>(std::move(*picture));
}

}  // namespace

base::Result<TicketPaper> openPaper(const PaperChoice& choice, const base::Wording& wording) {
    auto form = form::openForm(choice.form, wording);
    auto logo = openLogo(choice.logo);
    if (!form && !logo)
        return base::fail(base::Fault::invalidInput, form.error().what + "\n" + logo.error().what);
    if (!form) return tl::unexpected(form.error());
    if (!logo) return tl::unexpected(logo.error());
    return TicketPaper{std::move(*form), choice.width, std::move(*logo)};
}

base::settings::Complaints complaintsOn(const PaperChoice& choice) {
    const auto wording = base::Wording::loadShared();
    if (!wording) return {{"", 0, "", wording.error().what}};
    base::settings::Complaints complaints;
    if (const auto file = form::formFile(choice.form); !file)
        complaints.push_back({"", 0, "ticket_form", file.error().what});
    else if (const auto form = form::readForm(*file, *wording); !form)
        complaints = form.error();
    if (const auto logo = openLogo(choice.logo); !logo) complaints.push_back({"", 0, "", logo.error().what});
    return complaints;
}

std::vector<std::string> wordingKeys(const TicketPaper& paper) {
    std::vector<std::string> keys;
    for (const auto& block : paper.form->blocks)
        for (const auto& name : block.says)
            if (name.find('.') != name.npos) keys.push_back(name);
    return keys;
}

}  // namespace luot::dispenser::print
