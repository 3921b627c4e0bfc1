#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "counter-client/desk/Doubt.hpp"
#include "counter-client/desk/Key.hpp"
#include "counter-client/desk/Order.hpp"
#include "counter-client/desk/Phrase.hpp"
#include "counter-client/hall/Situation.hpp"

namespace luot::counterclient::desk {

/// What lies over the main page: a list of rows to choose from.
enum class PageKind {
    main,
    transfer,  ///< tab 0: to a counter, tab 1: to a service
    pauseReasons,
    callNumber,  ///< rows are the numbers that begin as typed
    heldNumbers,
    outcomes,
    menu,
    confirmCancel,
    confirmClose,
    doubt,  ///< what became of a ticket while the server was away?
};

struct Page {
    PageKind kind = PageKind::main;
    int tab = 0;
    int selected = 0;
    std::string typed;

    bool operator==(const Page&) const = default;
};

/// A row that does not send anything itself leads to another page or chooses an outcome.
struct OpenPage {
    PageKind kind = PageKind::main;
    bool operator==(const OpenPage&) const = default;
};
struct ChooseOutcome {
    std::string outcome;
    bool operator==(const ChooseOutcome&) const = default;
};
using RowEffect = std::variant<Order, OpenPage, ChooseOutcome>;

/// One choice of a page.
struct Row {
    std::string cap;  ///< what is typed for it; empty: only arrows and Enter
    Phrase label;
    std::string number;                        ///< of a ticket, counter or service: stands first and large
    std::optional<hall::CounterMode> mode;     ///< of a counter
    std::optional<int> waiting;                ///< people
    const protocol::Ticket* ticket = nullptr;  ///< of a row that is a ticket
    bool enabled = true;
    RowEffect effect;
};

/// The rows of the page as the hall stands now.
struct PageContext {
    const protocol::HallView& view;
    int counter = 0;
    base::Instant now{};
    std::optional<Doubt> doubt = std::nullopt;
};
std::vector<Row> rowsOf(const Page& page, const PageContext& context);

/// Most rows a page shows at once; the rest comes with the arrows or by typing.
constexpr std::size_t rowsShown = 7;

}  // namespace luot::counterclient::desk
