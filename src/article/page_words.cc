// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/page_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "article/lines.h"
#include "article/site_words.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace demarche {
namespace {

using enum PageVerdict;
using std::string_view_literals::operator""sv;

struct Phrases {
  PageVerdict kind;
  std::string_view list;  // folded, "|" between them
};
struct Phrase {
  std::string_view words;
  PageVerdict kind;
};
template <size_t N>
std::vector<Phrase> cut(const std::array<Phrases, N>& table) {
  std::vector<Phrase> all;
  for (const Phrases& phrases : table) {
    for (const std::string_view words : split(phrases.list, '|'))
      all.push_back({words, phrases.kind});
  }
  return all;
}

// Scripts that put no spaces between words, and say more with a sign.
bool is_unspaced(uint32_t c) {
  return c >= 0x2E80 || (c >= 0x0E00 && c < 0x10A0) || (c >= 0x1780 && c < 0x1800);
}

// In titles and first headings.
constexpr std::array kTitles = {
    Phrases{
        kError,
        "page not found|not found|can't be found|cannot be found|no longer available|error 4|error "
        "5|"
        "access denied|forbidden|bad gateway|service unavailable|internal server error|"
        "something went wrong|seite nicht gefunden|nicht gefunden|nicht mehr verfügbar|"
        "page introuvable|page non trouvée|n'existe pas|página no encontrada|no encontrad|"
        "no se ha encontrado|não encontrad|pagina non trovata|non trovat|"
        "pagina niet gevonden|niet gevonden|nie znaleziono|nie została znaleziona|"
        "страница не найдена|не найдена|сторінку не знайдено|не знайдено|sayfa bulunamadı|"
        "bulunamadı|sidan hittades inte|hittades inte|siden ble ikke funnet|ikke funnet|"
        "siden blev ikke fundet|sivua ei löy|stránka nenalezena|nem található|"
        "halaman tidak ditemukan|tidak ditemukan|الصفحة غير موجودة|غير موجودة|页面不存在|找不到|"
        "頁面不存在|見つかりません|찾을 수 없습니다|pagina nu a fost găsită|nu a fost găsit|nu "
        "există|"
        "δεν βρέθηκε|δεν υπάρχει|הדף לא נמצא|העמוד לא נמצא|לא נמצא|صفحه یافت نشد|یافت نشد|"
        "صفحه پیدا نشد|पृष्ठ नहीं मिला|पेज नहीं मिला|नहीं मिला|ไม่พบหน้า|không tìm thấy|"
        "stránka nebyla nalezena|nenalezena|страницата не е намерена|"
        "stranica nije pronađena|nije pronađena|صفحہ نہیں ملا|under maintenance|"
        "down for maintenance|be right back|be back soon|back shortly|wartungsarbeiten|"
        "gleich wieder da|site en maintenance|nous revenons bientôt|en mantenimiento|"
        "volvemos enseguida|in manutenzione|torniamo subito|em manutenção|zaraz wracamy|"
        "prace techniczne|технические работы|технічні роботи|bakım "
        "çalışması|メンテナンス中|系统维护|"
        "점검 중"},
    Phrases{kConsent,
            "before you continue|your privacy choices|we value your privacy|"
            "we care about your privacy|cookie consent|cookie settings|privacy settings|"
            "datenschutzeinstellungen|einwilligung|mit werbung weiterlesen|zustimmung|"
            "gestion des cookies|paramètres de confidentialité|votre vie privée|"
            "configuración de cookies|tu privacidad|sua privacidade|la tua privacy|"
            "jouw privacy|cookie-instellingen|ustawienia prywatności|"
            "privatsphäre ist uns wichtig|vaše soukromí|gizliliğiniz|ваша конфиденциальность|"
            "חשובה לנו|حریم خصوصی شما|نهتم بخصوصيتك|您的隐私"},
    Phrases{kScripts,
            "attention required|just a moment|are you a robot|are you human|"
            "verify you are human|pardon our interruption|javascript is disabled|"
            "javascript required|enable javascript|security check|unsupported browser|"
            "request blocked|access blocked|you have been blocked|zugriff gesperrt|"
            "zugriff verweigert|accès bloqué|accès refusé|acceso bloqueado|acceso denegado|"
            "accesso bloccato|accesso negato|acesso bloqueado|acesso negado|"
            "toegang geblokkeerd|toegang geweigerd|dostęp zablokowany|odmowa dostępu|"
            "доступ заблокирован|доступ запрещён|доступ запрещен|доступ заборонено|"
            "erişim engellendi|acces blocat|访问被拦截|拒绝访问|アクセスが拒否|접근이 차단"},
    Phrases{
        kLogin,
        "log in|login|sign in|sign up|create an account|subscribe to read|anmelden|"
        "anmeldung|einloggen|se connecter|connexion|identifiez-vous|iniciar sesión|"
        "inicia sesión|iniciar sessão|entrar na conta|accedi|inloggen|zaloguj|logowanie|"
        "вход в личный|авторизация|увійти|giriş yap|logga in|logg inn|تسجيل الدخول|登录|ログイン|"
        "로그인|autentificare|σύνδεση|התחברות|ورود به حساب|लॉग इन|เข้าสู่ระบบ|đăng nhập|"
        "bejelentkezés|přihlášení|connectez-vous|войдите в"},
    Phrases{kSearch,
            "search results|results for:|results for \"|you searched for|suchergebnis|"
            "suche nach|résultats de recherche|resultados de la búsqueda|"
            "resultados de búsqueda|resultados da busca|resultados da pesquisa|"
            "risultati della ricerca|zoekresultaten|wyniki wyszukiwania|результаты поиска|"
            "результати пошуку|arama sonuçları|sökresultat|søkeresultat|hasil pencarian|"
            "نتائج البحث|搜索结果|検索結果|검색 결과"},
    Phrases{kAuthor, "articles by|stories by|posts by|artikel von"},
    Phrases{kTag, "all posts tagged|posts tagged|tag archive"},
};

// Whole titles: too short to be looked for in longer ones.
constexpr std::array kWholeTitles = {
    Phrases{kError,
            "404|403|410|500|503|error|oops|oops!|fehler|erreur|ошибка|eroare|hiba|chyba|"
            "σφάλμα|שגיאה|خطا|خطأ|错误|エラー|오류|maintenance|wartung|mantenimiento|manutenzione|"
            "manutenção|onderhoud|bakım|维护"},
    Phrases{kConsent, "privacy|cookies|consent"},
    Phrases{kSearch, "search|suche|recherche|buscar|cerca|поиск"},
    Phrases{kSite,
            "terms and conditions|terms of use|terms of service|terms & conditions|"
            "privacy policy|privacy notice|cookie policy|legal notice|about us|contact us|"
            "advertise with us|imprint|impressum|agb|nutzungsbedingungen|datenschutz|"
            "datenschutzerklärung|über uns|kontakt|mentions légales|conditions générales|"
            "conditions générales d'utilisation|politique de confidentialité|qui sommes-nous|"
            "aviso legal|términos y condiciones|política de privacidad|política de privacidade|"
            "política de cookies|termos de uso|quiénes somos|quem somos|condizioni d'uso|"
            "termini e condizioni|informativa sulla privacy|chi siamo|algemene voorwaarden|"
            "gebruiksvoorwaarden|privacyverklaring|over ons|regulamin|polityka prywatności|"
            "o nas|пользовательское соглашение|политика конфиденциальности|о нас|"
            "політика конфіденційності|про нас|kullanım koşulları|gizlilik politikası|"
            "hakkımızda|termeni și condiții|politica de confidențialitate|despre noi|"
            "όροι χρήσης|πολιτική απορρήτου|شروط الاستخدام|سياسة الخصوصية|من نحن|תנאי שימוש|"
            "מדיניות פרטיות|قوانین و مقررات|درباره "
            "ما|利用規約|プライバシーポリシー|会社概要|이용약관|개인정보처리방침|关于我们|"
            "隐私政策|服务条款|使用条款"},
};

// In sentences of paragraphs: each is said by a site to its reader and by nobody else.
constexpr std::array kNotices = {
    Phrases{kScripts,
            "enable javascript|javascript is disabled|javascript is not enabled|"
            "turn on javascript|javascript aktivier|aktivieren sie javascript|"
            "activer javascript|activez javascript|habilita javascript|habilitar javascript|"
            "activa javascript|habilite o javascript|attiva javascript|abilita javascript|"
            "schakel javascript|włącz javascript|включите javascript|увімкніть javascript|"
            "javascript'i etkinleştir|javascriptを有効|启用javascript|启用 javascript|"
            "checking your browser|you're not a robot|verify that you are human|"
            "verify you are human"},
    Phrases{kConsent,
            "accept cookies|our partners process|we and our partners|withdraw your consent|"
            "widerruf ihrer einwilligung|utilisons des cookies|utilizamos cookies|"
            "usamos cookies|utilizziamo i cookie|utilizziamo cookie|we use cookies|"
            "this site uses cookies|this website uses cookies|wir verwenden cookies|"
            "wir nutzen cookies|diese website verwendet cookies|este sitio utiliza cookies|"
            "questo sito utilizza|deze website gebruikt cookies|ce site utilise des cookies"},
    Phrases{kLogin,
            "forgot your password|create a free account|passwort vergessen|mot de passe oublié|"
            "olvidado tu contraseña|olvidaste tu contraseña|esqueceu a senha|"
            "password dimenticata|wachtwoord vergeten|забыли пароль"},
    Phrases{kError,
            "the page you requested|page you were looking for|page you are looking for|"
            "page you're looking for|page could not be found|page cannot be found|"
            "url you requested|gewünschte seite|angeforderte seite|aufgerufene seite|"
            "page que vous recherchez|page demandée|page que vous demandez|página que buscas|"
            "página que busca|página solicitada|página que você procura|"
            "pagina che stai cercando|pagina richiesta|pagina die je zoekt|pagina die u zoekt|"
            "strona, której szukasz|запрашиваемая страница|запрошенная страница|"
            "aradığınız sayfa|sidan du söker|siden du leter etter|您访问的页面|お探しのページ"},
    Phrases{kLittle,
            "subscribe now to read|subscribe to read|subscribe to continue|all rights "
            "reserved|alle rechte vorbehalten|tous droits réservés|"
            "todos los derechos reservados|todos os direitos reservados|"
            "tutti i diritti riservati|alle rechten voorbehouden|wszelkie prawa zastrzeżone|"
            "все права защищены|усі права захищені|tüm hakları saklıdır|sva prava zadržana|"
            "alla rättigheter|hak cipta dilindungi|جميع الحقوق "
            "محفوظة|版权所有|無断転載|무단전재|무단 전재|"
            "our newsletter|your inbox|affiliate commission|использование материалов"},
};

const std::vector<Phrase>& titles() {
  static const std::vector<Phrase> kAll = cut(kTitles);
  return kAll;
}
const std::vector<Phrase>& whole_titles() {
  static const std::vector<Phrase> kAll = cut(kWholeTitles);
  return kAll;
}
const std::vector<Phrase>& notices() {
  static const std::vector<Phrase> kAll = cut(kNotices);
  return kAll;
}

bool has_digits(std::string_view text) { return text.find_first_of("0123456789") < text.size(); }

// What a sentence says that only a notice of the site says.
PageVerdict find_notice(std::string_view sentence, bool& to_site) {
  const std::string lower = replace_all(fold_case(sentence), "’", "'");
  const auto found = std::ranges::find_if(notices(), [&](const Phrase& phrase) {
    return lower.find(phrase.words) != std::string::npos;
  });
  to_site = true;
  if (found != notices().end()) return found->kind;
  const SiteTalk talk = find_site_talk(sentence);
  to_site = talk.to_reader || talk.thing != kArticle;
  return talk.to_reader ? talk.thing : kArticle;
}

// Where the sentence that begins at `from` ends.
size_t end_of_sentence(std::string_view text, size_t from) {
  for (size_t at = from; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    at += c.length;
    const bool wide = c.value == 0x3002 || c.value == 0xFF01 || c.value == 0xFF1F ||
                      c.value == 0x0964 || c.value == 0x06D4;
    const bool mark = c.value == '.' || c.value == '!' || c.value == '?' || c.value == 0x061F;
    if (wide || (mark && (at == text.size() || is_ascii_space(text[at])))) return at;
  }
  return text.size();
}

}  // namespace

size_t size_of_letters(std::string_view text) {
  size_t size = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    at += c.length;
    size += is_unspaced(c.value) ? 2 : 1;
  }
  return size;
}

TitledKind find_titled_kind(std::string_view title) {
  constexpr size_t kMostWords = 12;  // of a title that names a page and tells nothing
  constexpr size_t kMostBytes = 160;
  title = trim(title.substr(0, kMostBytes + 1));
  if (title.empty() || title.size() > kMostBytes || count_words(title) > kMostWords) return {};
  std::string lower = replace_all(fold_case(title), "’", "'");
  for (const std::string_view quote : {"“", "”", "„", "«", "»"})
    lower = replace_all(std::move(lower), quote, "\"");
  for (const Phrase& phrase : whole_titles()) {
    if (lower == phrase.words) return {phrase.kind, true};
  }
  TitledKind best;
  for (const Phrase& phrase : titles()) {
    if (lower.find(phrase.words) == std::string::npos) continue;
    // "Access to the port log in doubt": the words must be most of a title, or begin or end it.
    const bool most = phrase.words.size() * 2 >= lower.size();
    const bool outer = lower.starts_with(phrase.words) || lower.ends_with(phrase.words);
    const bool list = phrase.kind == kSearch || phrase.kind == kAuthor || phrase.kind == kTag;
    const bool number = phrase.kind == kError && has_digits(lower);
    if (!most && !(outer && (list || number || count_words(title) <= 6))) continue;
    // "Page not found" is nothing else, "Missing boat not found" may be a headline.
    const bool whole = list || number || phrase.words.size() * 10 >= lower.size() * 7;
    if (best.kind == kArticle || (whole && !best.whole)) best = {phrase.kind, whole};
  }
  return best;
}

NoticeShare weigh_notices(std::string_view paragraph) {
  // What somebody is quoted with is not the site's own word.
  const std::string own = without_quotes(paragraph);
  NoticeShare share{.whole = size_of_letters(paragraph)};
  size_t addressed = 0;
  for (size_t at = 0; at < own.size();) {
    const size_t end = end_of_sentence(own, at);
    const std::string_view sentence = std::string_view(own).substr(at, end - at);
    at = end;
    bool to_site = false;
    const PageVerdict kind = find_notice(sentence, to_site);
    const size_t size = to_site ? size_of_letters(sentence) : 0;
    addressed += size;
    if (kind == kArticle) continue;
    if (share.kind == kArticle || share.kind == kLittle) share.kind = kind;
    share.notice += size;
  }
  // "We looked everywhere. The page is gone. Thank you": the sentences of a notice go together.
  if (share.notice > 0 && addressed * 2 >= share.whole) share.notice = share.whole;
  share.notice = std::min(share.notice, share.whole);
  return share;
}

std::vector<std::string_view> page_phrases() {
  std::vector<std::string_view> all;
  for (const Phrase& phrase : titles()) all.push_back(phrase.words);
  for (const Phrase& phrase : whole_titles()) all.push_back(phrase.words);
  return all;
}

std::vector<std::string_view> notice_phrases() {
  std::vector<std::string_view> all;
  for (const Phrase& phrase : notices()) all.push_back(phrase.words);
  return all;
}

}  // namespace demarche
