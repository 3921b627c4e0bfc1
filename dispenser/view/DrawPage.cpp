#include "dispenser/view/Parts.hpp"
#include "ui/touch/Focus.hpp"

namespace luot::dispenser::view {

namespace {

using kiosk::Page;

void addContent(Composer& page) {
    switch (page.scene.page) {
        case Page::start:
            return addStart(page);
        case Page::priority:
            return addPriorityQuestion(page);
        case Page::noPaper:
            return addNoPaper(page);
        case Page::printing:
        case Page::taken:
            return addTicket(page);
        case Page::printFault:
            return addPrintFault(page);
        case Page::refused:
            return addRefusal(page);
        case Page::fieldClosed:
            return addFieldClosed(page);
        case Page::closed:
            return addClosed(page);
        case Page::outOfService:
            return addOutOfService(page);
    }
}

void addFocus(Composer& page) {
    for (const auto& target : page.out.targets)
        if (target.id == page.scene.focused && target.id != target::anywhere)
            ui::touch::addFocusRing(page.out.list, target.area, 1.8);
}

}  // namespace

Drawn drawPage(const Scene& scene) {
    Composer page(scene);
    addContent(page);
    if (scene.page == Page::priority || scene.page == Page::noPaper) addTimeoutCard(page);
    addFocus(page);
    return std::move(page.out);
}

}  // namespace luot::dispenser::view
