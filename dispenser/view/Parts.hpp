#pragma once

#include "dispenser/view/Scene.hpp"

namespace luot::dispenser::view {

/// A page while it is being drawn: the scene, what is there already, and the parts that all pages share.
class Composer {
public:
    explicit Composer(const Scene& shown) : scene(shown) { out.list.design = designSize; }

    const Scene& scene;
    Drawn out;

    std::string say(std::string_view key, std::initializer_list<base::Fill> fills = {}) const {
        return scene.wording.text(scene.language, key, fills);
    }
    /// One sentence of several; empty when there are not so many.
    std::string sentence(std::string_view key, std::size_t index) const;
    template <class T>
    void add(T command) {
        out.list.add(std::move(command));
    }
    bool pressed(std::string_view id) const { return scene.pressed == id; }
    bool english() const { return scene.language == "en"; }
    /// Lets the place be touched.
    void touchable(std::string id, const draw::Rect& area) { out.targets.push_back({std::move(id), area}); }
};

/// A button's looks; `fill` and `ink` change to primary while it is pressed.
struct ButtonLook {
    draw::Token fill = draw::Token::surface;
    draw::Token ink = draw::Token::primary;
    draw::Token border = draw::Token::primary;
    double borderWidth = 0.3;
    double radius = 1.8;
    double text = 3.4;
    bool dashed = false;  ///< it cannot be used now, and says why when pressed
};

/// Draws the ground of a button, makes it touchable and gives the colour of what stands on it.
draw::Token addButton(Composer& page, std::string_view id, const draw::Rect& rect, const ButtonLook& look);

/// What stands on a button.
struct Label {
    std::string icon;
    std::string text;
    ButtonLook look{};
};

/// What stands in a round ground.
struct Medallion {
    std::string icon;
    draw::Token ink;
    draw::Token ground;
};

/// A button with its icon and text side by side in the middle.
void addLabelButton(Composer& page, std::string_view id, const draw::Rect& rect, const Label& label);

/// Emblem, authority, centre and clock.
void addHead(Composer& page);
/// The tools at the foot, which never move. Only the ones that work are there.
void addToolBar(Composer& page);
/// Home at the left, back at the right, above the tool bar.
void addNavigation(Composer& page);
/// An icon in a round ground, in the middle of the page.
void addMedallion(Composer& page, const draw::Rect& circle, const Medallion& medallion);
/// "The screen returns to the start in N seconds", in the middle.
void addTimeout(Composer& page, double y);

/// Where a service's tile stands on the start page.
void addTile(Composer& page, const protocol::Service& service, const draw::Rect& tile);

// The pages.
void addStart(Composer& page);
void addPriorityQuestion(Composer& page);
void addTicket(Composer& page);
void addNoPaper(Composer& page);
void addPrintFault(Composer& page);
void addRefusal(Composer& page);
void addFieldClosed(Composer& page);
void addClosed(Composer& page);
void addOutOfService(Composer& page);
/// Over a page that is about to go away: a card that says so and the one button that keeps it.
void addTimeoutCard(Composer& page);

/// The line icon of a service of the catalogue; "doc" for one that it does not know.
std::string_view iconOf(std::string_view service);

}  // namespace luot::dispenser::view
