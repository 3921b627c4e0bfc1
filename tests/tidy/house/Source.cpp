#include "Source.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace luot::tidy {

namespace {

namespace fs = std::filesystem;

bool isWordCharacter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

bool endsWithAny(std::string_view path, std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(), [&](auto ending) { return path.ends_with(ending); });
}

/// Walks over C++ text and tells comments and literals from code.
class Blanker {
public:
    explicit Blanker(Source& source) : source_(source), text_(source.text) {}

    void run() {
        source_.uncommented = text_;
        source_.code = text_;
        while (at_ < text_.size()) {
            if (here("//"))
                comment(text_.find('\n', at_));
            else if (here("/*"))
                comment(endAfter("*/", at_ + 2));
            else if (here("R\""))
                rawLiteral();
            else if (text_[at_] == '"')
                literal('"');
            else if (text_[at_] == '\'' && !separatesDigits())
                literal('\'');
            else
                ++at_;
        }
    }

private:
    bool here(std::string_view what) const { return text_.compare(at_, what.size(), what) == 0; }
    bool separatesDigits() const { return at_ > 0 && isWordCharacter(text_[at_ - 1]); }

    std::size_t endAfter(std::string_view what, std::size_t from) const {
        const auto found = text_.find(what, from);
        return found == std::string::npos ? text_.size() : found + what.size();
    }

    void blank(std::string& target, std::size_t from, std::size_t to) {
        for (auto i = from; i < to; ++i)
            if (target[i] != '\n') target[i] = ' ';
    }

    void comment(std::size_t end) {
        end = std::min(end, text_.size());
        blank(source_.uncommented, at_, end);
        blank(source_.code, at_, end);
        at_ = end;
    }

    void rawLiteral() {
        const auto open = text_.find('(', at_);
        const auto mark = ")" + text_.substr(at_ + 2, open - at_ - 2) + "\"";
        const auto end = endAfter(mark, open);
        blank(source_.code, at_ + 2, end - 1);
        at_ = end;
    }

    void literal(char quote) {
        auto end = at_ + 1;
        while (end < text_.size() && text_[end] != quote && text_[end] != '\n')
            end += text_[end] == '\\' ? 2 : 1;
        end = std::min(end, text_.size());
        blank(source_.code, at_ + 1, end);
        at_ = end + 1;
    }

    Source& source_;
    const std::string& text_;
    std::size_t at_ = 0;
};

std::string readFile(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool isText(std::string_view path) {
    return endsWithAny(path, {".cpp", ".hpp", ".ipp", ".md", ".toml", ".yaml", ".yml", ".cmake", ".txt",
                              ".sh", ".json", ".service"}) ||
           path.starts_with("scripts/") || path.starts_with(".ci/");
}

/// Folders that we write; builds and results of the demo are not.
bool isOurs(const std::string& folder) {
    static const std::vector<std::string> others{"tests",   "config",    "docs", "cmake",
                                                 "scripts", "packaging", ".ci"};
    const auto has = [&](const auto& folders) {
        return std::find(folders.begin(), folders.end(), folder) != folders.end();
    };
    return has(houseFolders()) || has(others);
}

std::vector<Source> readTree() {
    const fs::path root = LUOT_SOURCE_DIR;
    std::vector<std::string> paths;
    for (const auto& entry : fs::directory_iterator(root)) {
        const auto name = entry.path().filename().string();
        if (entry.is_regular_file())
            paths.push_back(name);
        else if (isOurs(name))
            for (const auto& inner : fs::recursive_directory_iterator(entry.path()))
                if (inner.is_regular_file())
                    paths.push_back(inner.path().lexically_relative(root).generic_string());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<Source> sources;
    for (auto& path : paths)
        if (isText(path)) sources.push_back(sourceOf(path, readFile(root / path)));
    return sources;
}

}  // namespace

bool Source::isCode() const { return endsWithAny(path, {".cpp", ".hpp", ".ipp"}); }

bool Source::isProduction() const {
    const auto& folders = houseFolders();
    return isCode() && std::find(folders.begin(), folders.end(), topFolder()) != folders.end();
}

std::string Source::topFolder() const {
    const auto slash = path.find('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

Source sourceOf(std::string path, std::string text) {
    Source source{std::move(path), std::move(text), {}, {}};
    Blanker(source).run();
    return source;
}

const std::vector<Source>& tree() {
    static const auto sources = readTree();
    return sources;
}

int lineOf(std::string_view text, std::size_t at) {
    return 1 +
           static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::vector<Include> includesOf(const Source& source) {
    std::vector<Include> includes;
    int number = 0;
    for (const auto line : linesOf(source.uncommented)) {
        ++number;
        const auto first = line.find_first_not_of(" \t");
        if (first == std::string_view::npos || line[first] != '#') continue;
        const auto word = line.find("include", first);
        const auto open = word == std::string_view::npos ? word : line.find_first_of("<\"", word);
        if (open == std::string_view::npos) continue;
        const auto close = line.find_first_of(">\"", open + 1);
        if (close == std::string_view::npos) continue;
        includes.push_back({std::string(line.substr(open + 1, close - open - 1)), line[open] == '"', number});
    }
    return includes;
}

std::vector<std::size_t> wordsIn(std::string_view code, std::string_view word) {
    std::vector<std::size_t> places;
    for (auto at = code.find(word); at != std::string_view::npos; at = code.find(word, at + 1)) {
        const bool begins = at == 0 || !isWordCharacter(code[at - 1]);
        const auto end = at + word.size();
        if (begins && (end >= code.size() || !isWordCharacter(code[end]))) places.push_back(at);
    }
    return places;
}

const std::vector<std::string>& houseFolders() {
    static const std::vector<std::string> folders{
        "base",   "queue",   "journal",   "protocol",       "net",      "draw", "ui", "hardware",
        "server", "display", "dispenser", "counter-client", "simulator"};
    return folders;
}

std::string at(const Source& source, int line, std::string_view what) {
    return source.path + ":" + std::to_string(line) + ": " + std::string(what);
}

std::string textOf(const Violations& violations) {
    std::string text;
    for (const auto& violation : violations) text += violation + '\n';
    return text;
}

}  // namespace luot::tidy
