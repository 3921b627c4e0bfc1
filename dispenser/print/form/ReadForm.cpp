#include "dispenser/print/form/ReadForm.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/program/Paths.hpp"
#include "base/settings/toml/Constraint.hpp"
#include "base/settings/toml/Reader.hpp"
#include "dispenser/print/TicketText.hpp"
#include "dispenser/print/form/Kinds.hpp"

namespace luot::dispenser::print::form {

namespace {

namespace toml = base::settings::toml;
using base::settings::Complaints;

/// The letters of these keys must be large enough to be read; "ahead" and "turn" hold digits alone.
constexpr std::string_view letterKeys[]{"size", "ahead", "turn"};
constexpr std::string_view pairKeys[]{"size", "height", "ahead", "turn", "module", "gap"};

const std::vector<toml::Constraint>& constraints() {
    static const std::vector<toml::Constraint> all{
        toml::required("name"),
        toml::required("margin"),
        toml::required("blocks"),
        toml::required("blocks[].kind"),
        toml::oneOf("blocks[].kind", "text|row|rule|number|mark|turn|code|logo"),
        toml::oneOf("blocks[].align", "left|centre|right"),
        toml::within("blocks[].spacing", 0, 0.5),
        toml::within("blocks[].gap[]", 0, 200),
        toml::within("blocks[].height[]", 16, 400),
        toml::within("blocks[].module[]", 3, 12),
        toml::within("blocks[].size[]", leastLetters58mm, 300),
        toml::within("margin[]", 0, 60),
    };
    return all;
}

/// One run over the file; each function looks for one sort of error.
class Checker {
public:
    Checker(const toml::Document& document, const base::Wording& wording, Complaints& complaints)
        : document_(document), wording_(wording), complaints_(complaints) {}

    void check() {
        pair("margin", document_.root.find("margin"));
        const auto* blocks = document_.root.find("blocks");
        if (blocks == nullptr || blocks->kind != toml::Kind::list) return;
        bool numbered = false;
        for (std::size_t i = 0; i < blocks->values.size(); ++i) {
            const auto& block = blocks->values[i];
            if (block.kind != toml::Kind::table) continue;
            const auto* kind = block.find("kind");
            numbered = numbered || (kind != nullptr && kind->text == "number");
            checkBlock(fmt::format("blocks[{}]", i), block);
        }
        if (!numbered)
            complain("blocks", R"(no block has kind = "number"; a ticket needs its number: add one)");
    }

private:
    void complain(std::string path, std::string what) {
        complaints_.push_back(document_.complaint(std::move(path), std::move(what)));
    }

    void checkBlock(const std::string& path, const toml::Node& block) {
        const auto* name = block.find("kind");
        const auto* kind = name == nullptr ? nullptr : findKind(name->text);
        if (kind == nullptr) return;
        for (const auto needed : kind->needs)
            if (block.find(needed) == nullptr)
                complain(path, fmt::format("a block of kind \"{}\" needs {}: add it", kind->name, needed));
        const auto& members = memberNames();
        for (const auto& key : block.keys)
            if (!kind->knows(key) && std::find(members.begin(), members.end(), key) != members.end())
                complain(path + "." + key,
                         fmt::format("means nothing in a block of kind \"{}\"; delete it", kind->name));
        for (const auto key : pairKeys) pair(fmt::format("{}.{}", path, key), block.find(key));
        for (const auto key : letterKeys) letters(fmt::format("{}.{}", path, key), block.find(key));
        module(path + ".module", block.find("module"));
        if (const auto* says = block.find("says")) words(path + ".says", *says);
    }

    static const std::vector<std::string>& memberNames() {
        static const auto all = [] {
            std::vector<std::string> names;
            boost::mp11::mp_for_each<boost::describe::describe_members<Block, boost::describe::mod_public>>(
                [&](auto member) { names.push_back(base::json::snakeCase(member.name)); });
            return names;
        }();
        return all;
    }

    static bool isPair(const toml::Node* node) {
        return node != nullptr && node->kind == toml::Kind::list && node->values.size() == 2;
    }

    void pair(const std::string& path, const toml::Node* node) {
        if (node == nullptr || node->kind != toml::Kind::list || isPair(node)) return;
        complain(path, "must hold two numbers, for 80 mm and for 58 mm paper: [24, 18]");
    }

    void letters(const std::string& path, const toml::Node* node) {
        if (!isPair(node)) return;
        if (node->values[0].number >= leastLetters80mm && node->values[1].number >= leastLetters58mm) return;
        complain(path,
                 fmt::format("letters under {:g} dots on 80 mm paper or {:g} on 58 mm cannot be read by "
                             "everybody; make them larger",
                             leastLetters80mm, leastLetters58mm));
    }

    void module(const std::string& path, const toml::Node* node) {
        if (!isPair(node)) return;
        for (const auto& one : node->values)
            if (one.number != std::floor(one.number))
                return complain(path, "must be whole dots, or phones cannot read the code: [6, 4]");
    }

    void words(const std::string& path, const toml::Node& says) {
        for (std::size_t i = 0; i < says.values.size(); ++i) {
            const auto& name = says.values[i].text;
            const auto& known = contentNames();
            if (std::find(known.begin(), known.end(), name) != known.end()) continue;
            const bool key = name.find('.') != name.npos;
            if (key && wording_.has("vi", name) && wording_.has("en", name)) {
                if (base::placeholders(wording_.text("vi", name)).empty()) continue;
                complain(fmt::format("{}[{}]", path, i),
                         fmt::format("the sentence '{}' has a gap to be filled; use one without", name));
                continue;
            }
            complain(fmt::format("{}[{}]", path, i), unknown(name, key, known));
        }
    }

    static std::string unknown(const std::string& name, bool key, const std::vector<std::string>& known) {
        if (key) return fmt::format("no sentence '{}' in both wording files; add it there", name);
        const auto meant = base::settings::nearest(name, known);
        if (!meant.empty()) return fmt::format("'{}' is not known; did you mean '{}'?", name, meant);
        return fmt::format("'{}' is not known; use one of: {}", name, fmt::join(known, ", "));
    }

    const toml::Document& document_;
    const base::Wording& wording_;
    Complaints& complaints_;
};

FormResult formOf(const base::Result<toml::Document, Complaints>& document, const base::Wording& wording) {
    if (!document) return tl::unexpected(document.error());
    Complaints complaints;
    auto form = std::make_shared<TicketForm>();
    toml::Reader(*document, complaints).read(*form);
    toml::check(*document, constraints(), complaints);
    Checker(*document, wording, complaints).check();
    if (!complaints.empty()) return tl::unexpected(std::move(complaints));
    return form;
}

}  // namespace

FormResult readForm(const std::filesystem::path& file, const base::Wording& wording) {
    return formOf(toml::read(file), wording);
}

FormResult parseForm(std::string_view text, std::string file, const base::Wording& wording) {
    return formOf(toml::parse(text, std::move(file)), wording);
}

base::Result<std::filesystem::path> formFile(const std::string& nameOrFile) {
    if (nameOrFile == "full" || nameOrFile == "short")
        return base::findShared("tickets/" + nameOrFile + ".toml");
    return std::filesystem::path(nameOrFile);
}

base::Result<std::shared_ptr<const TicketForm>> openForm(const std::string& nameOrFile,
                                                         const base::Wording& wording) {
    const auto file = formFile(nameOrFile);
    if (!file) return tl::unexpected(file.error());
    auto form = readForm(*file, wording);
    if (form) return std::move(*form);
    auto all = textOf(form.error());
    all.pop_back();  // the last line's end
    return base::fail(base::Fault::invalidInput, std::move(all));
}

}  // namespace luot::dispenser::print::form
