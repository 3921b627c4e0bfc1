#include "Functions.hpp"

#include <array>
#include <cctype>

#include "Source.hpp"

namespace luot::tidy {

namespace {

enum class Scope { open, function, other };  ///< open: a namespace or type, in which functions may stand

bool isSpace(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }
bool isWord(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isSpace(text.front())) text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back())) text.remove_suffix(1);
    return text;
}

/// Without template arguments, so that what they hold is not taken for the signature.
std::string withoutAngles(std::string_view head) {
    std::string text(head);
    for (auto arrow = text.find("->"); arrow != std::string::npos; arrow = text.find("->"))
        text.replace(arrow, 2, "  ");
    for (;;) {
        const auto close = text.find('>');
        if (close == std::string::npos) return text;
        const auto open = text.rfind('<', close);
        if (open == std::string::npos) return text;
        text.erase(open, close - open + 1);
    }
}

std::string_view firstWord(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && isWord(text[end])) ++end;
    return text.substr(0, end);
}

/// A macro such as BOOST_DESCRIBE_STRUCT(...) that stands before what we look at; 0 when there is none.
std::size_t macroLength(std::string_view text) {
    const auto word = firstWord(text);
    const bool shouting =
        word.size() > 3 && word.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
    if (!shouting || word.size() >= text.size() || text[word.size()] != '(') return 0;
    int depth = 0;
    for (auto i = word.size(); i < text.size(); ++i) {
        if (text[i] == '(') ++depth;
        if (text[i] == ')' && --depth == 0) return i + 1;
    }
    return 0;
}

/// Length of what stands before a declaration proper: access words, "template", macros.
std::size_t prefixLength(std::string_view text) {
    if (const auto macro = macroLength(text)) return macro;
    const auto word = firstWord(text);
    if (word == "template" || word == "inline" || word == "static") return word.size();
    const auto after = trimmed(text.substr(word.size()));
    const bool access = word == "public" || word == "private" || word == "protected";
    return access && after.starts_with(':') ? static_cast<std::size_t>(after.data() - text.data()) + 1 : 0;
}

bool assigns(std::string_view head) {
    int depth = 0;
    for (const char c : head) {
        if (c == '(') ++depth;
        if (c == ')') --depth;
        if (c == '=' && depth == 0) return true;
    }
    return false;
}

Scope scopeOf(std::string_view whole) {
    const auto plain = withoutAngles(whole);
    auto head = trimmed(plain);
    while (const auto length = prefixLength(head)) head = trimmed(head.substr(length));
    const auto word = firstWord(head);
    if (word == "namespace" || word == "extern") return Scope::open;
    const bool type = word == "class" || word == "struct" || word == "union" || word == "enum";
    if (type && head.find('(') == std::string_view::npos) return word == "enum" ? Scope::other : Scope::open;
    if (head.find("operator") != std::string_view::npos) return Scope::function;
    return head.find('(') != std::string_view::npos && !assigns(head) ? Scope::function : Scope::other;
}

/// How many parameters stand in the first parentheses of a signature.
int parametersOf(std::string_view signature) {
    auto head = withoutAngles(signature);
    if (const auto call = head.find("operator()"); call != std::string::npos) head.erase(call, 10);
    const auto open = head.find('(');
    if (open == std::string::npos) return 0;
    int depth = 0;
    int commas = 0;
    for (auto i = open; i < head.size(); ++i) {
        if (head[i] == '(' || head[i] == '{') ++depth;
        if (head[i] == ',' && depth == 1) ++commas;
        if (head[i] != ')' && head[i] != '}') continue;
        if (--depth == 0)
            return trimmed(std::string_view(head).substr(open + 1, i - open - 1)).empty() ? 0 : commas + 1;
    }
    return 0;
}

/// A body that is one "return {...};".
bool isTable(std::string_view body) {
    body = trimmed(body);
    if (firstWord(body) != "return" || !body.ends_with(';')) return false;
    body = trimmed(
        body.substr(std::string_view("return").size(), body.size() - std::string_view("return;").size()));
    int depth = 0;
    for (std::size_t i = 0; i < body.size(); ++i) {
        if (body[i] == '{') ++depth;
        if (body[i] == '}' && --depth == 0) return body.front() == '{' && i + 1 == body.size();
    }
    return false;
}

/// Preprocessor lines are no part of any signature.
std::string withoutDirectives(std::string_view code) {
    std::string text(code);
    bool directive = false;
    std::size_t start = 0;
    for (const auto line : linesOf(code)) {
        directive = directive || trimmed(line).starts_with('#');
        if (directive) text.replace(start, line.size(), line.size(), ' ');
        directive = directive && line.ends_with('\\');
        start += line.size() + 1;
    }
    return text;
}

/// Walks over the braces of one file.
class Walk {
public:
    explicit Walk(std::string_view code) : code_(withoutDirectives(code)) {}

    std::vector<Function> run() {
        for (std::size_t i = 0; i < code_.size(); ++i) {
            const char c = code_[i];
            if (c == '{')
                enter(i);
            else if (c == '}')
                leave(i);
            else if (c == ';' && isOpen() && parentheses_ == 0)
                headFrom_ = i + 1;
            else if (c == '(')
                ++parentheses_;
            else if (c == ')')
                --parentheses_;
        }
        return std::move(functions_);
    }

private:
    bool isOpen() const { return scopes_.empty() || scopes_.back() == Scope::open; }

    void enter(std::size_t at) {
        const bool open = isOpen();
        const auto head = std::string_view(code_).substr(headFrom_, at - headFrom_);
        scopes_.push_back(open ? scopeOf(head) : Scope::other);
        if (open && scopes_.back() == Scope::function) {
            const auto signature = trimmed(head);
            const auto start = static_cast<std::size_t>(signature.data() - code_.data());
            functions_.push_back({std::string(signature.substr(0, signature.find('\n'))),
                                  lineOf(code_, start), 0, parametersOf(signature), false});
            bodyFrom_ = at + 1;
        }
        if (scopes_.back() == Scope::open) headFrom_ = at + 1;
    }

    void leave(std::size_t at) {
        if (scopes_.empty()) return;
        const auto ended = scopes_.back();
        scopes_.pop_back();
        if (ended == Scope::function) {
            functions_.back().lastLine = lineOf(code_, at);
            functions_.back().table = isTable(std::string_view(code_).substr(bodyFrom_, at - bodyFrom_));
        }
        if (isOpen() && ended != Scope::other) headFrom_ = at + 1;
    }

    std::string code_;
    std::vector<Scope> scopes_;
    std::size_t headFrom_ = 0;
    std::size_t bodyFrom_ = 0;
    int parentheses_ = 0;
    std::vector<Function> functions_;
};

/// A '[' that follows a value is a subscript, any other begins a lambda.
bool beginsLambda(std::string_view code, std::size_t at) {
    while (at > 0 && isSpace(code[at - 1])) --at;
    if (at == 0) return true;
    const char before = code[at - 1];
    return !isWord(before) && before != ')' && before != ']';
}

bool operandIsBraced(std::string_view code, std::size_t from) {
    int depth = 0;
    for (auto i = from; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '{' || (c == '[' && beginsLambda(code, i))) return true;
        if (c == '(' || c == '[') ++depth;
        if ((c == ')' || c == ']') && --depth < 0) return false;
        if ((c == ';' || c == '}') && depth == 0) return false;
    }
    return false;
}

}  // namespace

std::vector<Function> functionsOf(std::string_view code) { return Walk(code).run(); }

std::vector<int> bracedAwaits(std::string_view code) {
    constexpr std::string_view word = "co_await";
    std::vector<int> lines;
    for (const auto at : wordsIn(code, word))
        if (operandIsBraced(code, at + word.size())) lines.push_back(lineOf(code, at));
    return lines;
}

}  // namespace luot::tidy
