// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/page_kind.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "article/article.h"
#include "article/page_words.h"
#include "article/site_words.h"
#include "base/strings.h"

namespace demarche {
namespace {

Article read(std::string_view bytes, PageKind kind = PageKind::kHtml,
             const ArticleHints& hints = {}) {
  static const ArticleModels models =
      *load_article_models(std::string(DEMARCHE_SOURCE_DIR) + "/models/article");
  const auto page = read_page(bytes, {.kind = kind});
  return page ? make_article(*page, hints, &models) : Article{};
}

// What the note says; empty for an article.
std::string refusal(const Article& article) {
  for (const Note& note : article.notes) {
    if (note.code == "no_article") return note.message;
  }
  return {};
}

// Headlines and excerpts of a paper that is not.
constexpr std::array<std::string_view, 10> kHeadlines = {
    "Ferry to Skarv runs again after five weeks",
    "Norvenia recalls its ambassador from Ostravia",
    "Grain prices fall for the third month in a row",
    "Lenna votes on a new bridge over the Dal",
    "Two climbers rescued from the north face",
    "Striking nurses return to work in Velmark",
    "Court clears the former head of the port",
    "Drought empties the reservoirs of the south",
    "Ostravia opens its archives of the border war",
    "Kestrel wins the cup at the third attempt"};
constexpr std::array<std::string_view, 10> kExcerpts = {
    "The boat carries sixty passengers and eight cars, and had been out of use since the spring.",
    "The foreign ministry gave no reason, but officials pointed to the dispute over the islands.",
    "Traders said the harvest had been better than expected, and that stores were full in most "
    "ports.",
    "Opponents say that the money should go to the schools. The council will count until midnight.",
    "The helicopter reached them after eleven hours. Both are in hospital and out of danger.",
    "The union accepted an offer of four per cent. The ministry called it a fair end to the "
    "dispute.",
    "The judges found no proof that the money had been promised. The prosecutor will not appeal.",
    "Farmers in three provinces have been told to water their fields at night, and only twice a "
    "week.",
    "Historians have waited thirty years for the files, of which a third are still closed.",
    "It was decided in the last minute, when the keeper had already been sent to the other end."};

std::string page(std::string_view head, std::string_view main) {
  constexpr std::array<std::string_view, 14> kSections = {
      "World", "Politics", "Business", "Culture", "Sport",  "Weather",  "Opinion",
      "Video", "Podcasts", "Puzzles",  "Science", "Travel", "Obituary", "Letters"};
  std::string html = "<!doctype html><html lang=en><head>";
  html.append(head).append("</head><body><header><a href=/>The Kestrel Courier</a><nav><ul>");
  for (const std::string_view name : kSections)
    html.append("<li><a href=/s>").append(name).append("</a></li>");
  html.append("</ul></nav></header><main>").append(main).append("</main><footer><ul>");
  for (const std::string_view name : {"Contact", "Imprint", "Privacy", "Terms", "Jobs"})
    html.append("<li><a href=/f>").append(name).append("</a></li>");
  return html +
         "</ul><p>© 2031 The Kestrel Courier. All rights reserved.</p></footer></body></html>";
}

// Teasers as pages have them: a linked headline, and an excerpt below it or in the link.
std::string teasers(bool excerpt_in_link, std::string_view more = "") {
  std::string html;
  for (size_t i = 0; i < kHeadlines.size(); ++i) {
    html += R"(<div class="card"><a href="/n">)";
    html.append("<h3>").append(kHeadlines[i]).append("</h3>");
    if (!excerpt_in_link) html += "</a>";
    html.append("<p>").append(kExcerpts[i]).append("</p>");
    if (excerpt_in_link) html += "</a>";
    html.append(more).append("<time datetime=2031-03-14T09:30:00+01:00>9:30</time></div>");
  }
  return html;
}

std::string title(std::string_view words) {
  return "<title>" + std::string(words) + " | The Kestrel Courier</title>";
}
std::string type(std::string_view name) {
  return R"(<script type="application/ld+json">{"@context":"https://schema.org","@type":")" +
         std::string(name) + R"(","name":"The Kestrel Courier"}</script>)";
}

TEST(PageKind, RefusesIndexPages) {
  const std::string site = R"(<meta property="og:type" content="website">)";
  const std::string at_root = R"(<link rel=canonical href="https://kestrel.example/">)";
  const std::string at_tag = R"(<link rel=canonical href="https://kestrel.example/tag/ferries">)";
  const std::string more = R"(<a class=more href="/n">Read more</a>)";
  struct Row {
    std::string head, main;
  };
  const Row rows[] = {
      {title("News"), teasers(true)},
      {title("News"), teasers(false)},
      {title("News from Velmark and the world") + site + at_root, teasers(false)},
      {title("News from Velmark and the world") + site, teasers(false, more)},
      {title("Politics") + type("CollectionPage"), "<h1>Politics</h1>" + teasers(false)},
      {title("Politics") + site, "<h1>Politics</h1>" + teasers(false, more)},
      {title("Ferries") + at_tag, "<h1>Ferries</h1>" + teasers(false)},
      {title("Ferries"), "<h1>Ferries</h1><p>All our stories about ferries.</p>" + teasers(true)},
      {title("Ane Torvik") + type("ProfilePage"),
       "<h1>Ane Torvik</h1><p>Ane Torvik writes about the ports and the sea. She came to the "
       "Courier from the Lenna Post, where she was an editor for nine years.</p>" +
           teasers(true)},
      {title("Search results for “ferry”"),
       "<h1>Search results for “ferry”</h1><p>10 results</p>" + teasers(false)},
  };
  for (const Row& row : rows) {
    const std::string html = page(row.head, row.main);
    const Article article = read(html);
    EXPECT_NE(refusal(article), "") << row.head << article.text.view();
    EXPECT_EQ(article.text.size(), 0U);
    EXPECT_FALSE(article.furniture.empty());
  }
}

TEST(PageKind, NamesTheIndex) {
  const auto why = [](std::string_view head, std::string_view main) {
    return refusal(read(page(head, main)));
  };
  EXPECT_EQ(why(title("Search results for “ferry”"), teasers(false)), "results of a search");
  EXPECT_EQ(
      why(title("Ferries") + R"(<link rel=canonical href="https://kestrel.example/tag/ferries">)",
          teasers(false)),
      "an index page of a topic");
  EXPECT_EQ(why(title("Politics") + type("CollectionPage"), teasers(false)), "an index page");
  EXPECT_EQ(why(title("Ane Torvik") +
                    R"(<link rel=canonical href="https://kestrel.example/author/ane-torvik">)",
                teasers(true)),
            "a page of an author");
}

TEST(PageKind, RefusesErrorPagesInManyLanguages) {
  struct Row {
    std::string_view title, text;
  };
  constexpr Row kRows[] = {
      {"Page not found",
       "Sorry, the page you were looking for could not be found. It may have "
       "been moved, or the address may have been typed wrongly."},
      {"404",
       "We looked everywhere, but this page seems to have sailed. Try the search above, or "
       "go back to the front page and start again."},
      {"Seite nicht gefunden",
       "Die gewünschte Seite gibt es nicht oder nicht mehr. Bitte prüfen "
       "Sie die Adresse, oder nutzen Sie unsere Suche."},
      {"Page introuvable",
       "La page que vous recherchez n’existe pas ou a été déplacée. Vous "
       "pouvez revenir à la page d’accueil ou utiliser la recherche."},
      {"Página no encontrada",
       "La página que buscas no existe o ha cambiado de dirección. "
       "Prueba con el buscador o vuelve a la portada."},
      {"Página não encontrada",
       "A página que você procura não existe ou mudou de endereço. "
       "Volte à página inicial ou use a busca acima."},
      {"Pagina non trovata",
       "La pagina che stai cercando non esiste più oppure è stata "
       "spostata. Torna alla pagina iniziale."},
      {"Pagina niet gevonden",
       "De pagina die je zoekt bestaat niet of is verplaatst. Ga terug "
       "naar de voorpagina of gebruik de zoekfunctie."},
      {"Nie znaleziono strony",
       "Strona, której szukasz, nie istnieje albo została przeniesiona. "
       "Wróć na stronę główną lub skorzystaj z wyszukiwarki."},
      {"Страница не найдена",
       "Запрашиваемая страница не существует или была перемещена. "
       "Вернитесь на главную или воспользуйтесь поиском."},
      {"Сторінку не знайдено",
       "Такої сторінки немає, або її було переміщено. Поверніться на "
       "головну або скористайтеся пошуком."},
      {"Sayfa bulunamadı",
       "Aradığınız sayfa kaldırılmış, adı değiştirilmiş veya geçici olarak "
       "kullanım dışı olabilir. Lütfen adresi kontrol edin."},
      {"الصفحة غير موجودة",
       "عذرا، الصفحة التي تبحث عنها غير متوفرة أو تم نقلها. يرجى العودة إلى "
       "الصفحة الرئيسية."},
      {"页面不存在",
       "抱歉，您访问的页面不存在或者已经被删除。请检查您输入的网址是否正确，或者返回首页继续"
       "浏览其他新闻内容。"},
      {"ページが見つかりません",
       "お探しのページは移動または削除された可能性があります。トップページに戻って"
       "もう一度お試しください。"},
      {"페이지를 찾을 수 없습니다",
       "요청하신 페이지가 삭제되었거나 주소가 변경되었을 수 있습니다. "
       "입력하신 주소를 다시 확인해 주세요."},
  };
  for (const Row& row : kRows) {
    const std::string heading(row.title);
    const std::string text(row.text);
    for (const std::string& list : {std::string(), teasers(true)}) {
      const std::string main = "<h1>" + heading + "</h1><p>" + text + "</p>" + list;
      EXPECT_EQ(refusal(read(page(title(heading), main))), "an error page") << heading;
    }
    const std::string bare = "<html><head><title>" + heading + "</title></head><body><h1>" +
                             heading + "</h1><p>" + text + "</p></body></html>";
    EXPECT_EQ(refusal(read(bare)), "an error page") << heading;
  }
}

TEST(PageKind, RefusesWalls) {
  struct Row {
    std::string_view title, main, why;
  };
  constexpr Row kRows[] = {
      {"We value your privacy",
       "<h1>We value your privacy</h1><p>We and our 812 partners store and access information on a "
       "device, such as cookies, and process personal data, such as unique identifiers.</p><p>With "
       "your permission we may use precise location data. You may click to consent, or refuse. "
       "Your choices will apply to this site only.</p><button>Accept all</button>",
       "a page that asks for consent"},
      {"Kestrel Kurier",
       "<h1>Mit Werbung weiterlesen</h1><p>Besuchen Sie uns wie gewohnt mit Werbung und Tracking. "
       "Wir verwenden Cookies und ähnliche Verfahren.</p><p>Den Widerruf Ihrer Einwilligung "
       "erklären Sie jederzeit am Ende jeder Seite.</p>",
       "a page that asks for consent"},
      {"Sign in",
       "<h1>Sign in</h1><form><input name=u><input type=password name=p><button>Go</button></form>"
       "<p>Forgot your password? We can send a new one to the address that you gave us.</p>"
       "<p>Subscribers read every story, in the paper and on every screen, from the first day.</p>",
       "a page for logging in"},
      {"The Kestrel Courier",
       "<form><label>Name</label><input name=u><input type=password name=p></form>"
       "<p>Welcome back. Please give us your name so that we know who is there.</p>",
       "a page for logging in"},
      {"Just a moment...",
       "<h1>Checking your browser</h1><p>Please enable JavaScript and cookies to continue. This "
       "may take a few seconds, and the page will be shown by itself.</p>",
       "a page that asks for scripts or keeps programs out"},
      {"kestrel.example",
       "<p>JavaScript is disabled in your browser. Please enable JavaScript to proceed, or use "
       "another browser that is supported.</p>",
       "a page that asks for scripts or keeps programs out"},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(refusal(read(page(title(row.title), row.main))), row.why) << row.title;
    const std::string bare = "<html><head><title>" + std::string(row.title) +
                             "</title></head><body>" + std::string(row.main) + "</body></html>";
    EXPECT_EQ(refusal(read(bare)), row.why) << row.title;
  }
  EXPECT_EQ(refusal(read(page(
                title("Storm over Lenna") + R"(<meta property="og:type" content="video.other">)",
                "<h1>Storm over Lenna</h1><video src=a></video><p>0:42</p>" + teasers(true)))),
            "a video without text");
}

TEST(PageKind, RefusesTextPages) {
  std::string index =
      "The Kestrel Courier\nWorld\nPolitics\nBusiness\nSport\nWeather\nOpinion\n"
      "Video\nPodcasts\nPuzzles\nScience\nTravel\n\n";
  for (const std::string_view headline : kHeadlines) index.append(headline).append("\n\n");
  EXPECT_NE(refusal(read(index, PageKind::kText)), "");
  EXPECT_EQ(
      refusal(read("The Kestrel Courier\nWorld\nSport\n\nPage not found\n\nSorry, the page you "
                   "were looking for could not be found. It may have been moved.\n\nContact\n",
                   PageKind::kText)),
      "an error page");
  EXPECT_NE(refusal(read("The Kestrel Courier\n\nPlease enable JavaScript and cookies to continue "
                         "reading, or use another browser.\n",
                         PageKind::kText)),
            "");
}

// What must not be lost.
TEST(PageKind, KeepsArticles) {
  const std::string short_one =
      "<h1>Ferry to Skarv runs again</h1><p>The ferry between Dalby and Skarv left the quay on "
      "Monday for the first time in five weeks.</p>";
  const std::string told = R"(<meta property="og:type" content="article">)" + type("NewsArticle");
  EXPECT_EQ(refusal(read(page(title("Ferry to Skarv runs again"), short_one))), "");
  EXPECT_EQ(refusal(read(page(title("Ferry to Skarv runs again"), short_one + teasers(true)))), "");
  EXPECT_EQ(refusal(read(page(title("Ferry to Skarv runs again") + told, short_one))), "");
  EXPECT_EQ(refusal(read("<p>The ferry between Dalby and Skarv left the quay on Monday.</p>")), "");
  // A heading that sounds like another page.
  EXPECT_EQ(refusal(read(page(title("Missing ferry not found") + told,
                              "<h1>Missing ferry not found</h1><p>The search for the missing ferry "
                              "was called off on Monday after five days without a trace.</p><p>The "
                              "ferry left Dalby on Wednesday in a storm, and has not been found by "
                              "any of the eleven boats that looked for it, the navy said. Nobody "
                              "on the quay had expected it to leave at all that morning.</p><p>The "
                              "owner said that the boat had been in good repair. Forty people are "
                              "missing, and their families have gathered in the town hall of "
                              "Skarv.</p>" +
                                  teasers(true)))),
            "");
  // A list of goods, with a link over each paragraph, is an article of its own.
  std::string list = "<h1>Ten boats for a small purse</h1>";
  for (size_t i = 0; i < kHeadlines.size(); ++i) {
    list.append("<h2><a href=/buy>").append(kHeadlines[i]).append("</a></h2><p>");
    list.append(kExcerpts[i]).append(" A small boat for a small purse.</p>");
  }
  EXPECT_EQ(refusal(read(page(title("Ten boats for a small purse") + told, list))), "");
}

// Short stories whose headline or matter is that of a notice, without a word in their head.
TEST(PageKind, KeepsShortStoriesWithWordsOfNotices) {
  struct Row {
    std::string_view title, first, second;
  };
  constexpr Row kRows[] = {
      {"Forbidden City reopens",
       "The palace in the north of Kestrel reopened on Monday after two years of works, and "
       "thousands of visitors waited outside of its gates.",
       "The museum said that the painted halls had been restored by forty carpenters."},
      {"Missing boat still not found",
       "The boat with four sailors left the port of Lenna on Friday and has not been seen since, "
       "the harbour master said on Monday.",
       "Three ships of the coast guard searched the bay until nightfall."},
      {"Shops fined over cookies",
       "Shops that use cookies to follow their customers must ask first, the data office of "
       "Norvenia said on Tuesday.",
       "The largest chain will pay two million crowns. It says that it will go to court."},
      {"Parlament streitet über Cookies",
       "Firmen, die Cookies setzen, um ihre Kunden zu verfolgen, sollen künftig vorher fragen "
       "müssen, beschloss der Ausschuss am Dienstag in Velmark.",
       "Die Opposition hält das Gesetz für zu schwach. Abgestimmt wird im Mai."},
      {"Connexion ferroviaire coupée à Lenna",
       "La connexion ferroviaire entre Lenna et Kestrel a été coupée lundi par une crue, ont "
       "annoncé les chemins de fer.",
       "Les travaux vont durer trois semaines au moins, selon la ministre."},
      {"El barco desaparecido, no encontrado",
       "La guardia costera de Velmark buscó por tercer día en la bahía y no halló rastro de los "
       "nueve marineros que salieron el viernes.",
       "Dos aviones saldrán de nuevo al amanecer, dijo el capitán del puerto."},
      {"Пропавшая лодка не найдена",
       "Береговая охрана Вельмарка третий день искала в заливе и не увидела следов девяти "
       "моряков, которые вышли в пятницу.",
       "Два самолёта снова вылетят на рассвете, сообщил капитан порта."},
      {"קנסות לחנויות בגלל עוגיות",
       "חנויות שמשתמשות בעוגיות כדי לעקוב אחרי לקוחותיהן חייבות לשאול קודם, הודיעה ביום שלישי "
       "רשות המידע של נורבניה.",
       "הרשת הגדולה ביותר תשלם שני מיליון כתרים ותפנה לבית המשפט."},
      {"失踪渔船仍找不到",
       "维尔马克海岸警卫队星期一连续第三天在海湾搜寻，没有发现星期五离开达尔比的九名船员的踪迹。",
       "港口负责人说，两架飞机将在天亮时再次出发。"},
  };
  for (const Row& row : kRows) {
    const std::string main = "<article><h1>" + std::string(row.title) + "</h1><p>" +
                             std::string(row.first) + "</p><p>" + std::string(row.second) +
                             "</p></article>";
    EXPECT_EQ(refusal(read(page(title(row.title), main))), "") << row.title;
    for (const std::string_view url :
         {"https://kestrel.example/login", "https://kestrel.example/search?q=a"}) {
      const std::string more = "<p>" + std::string(row.first) + " </p>";
      ArticleHints hints;
      hints.url = url;
      EXPECT_EQ(refusal(read(page(title(row.title) + type("NewsArticle"), main + more),
                             PageKind::kHtml, hints)),
                "")
          << row.title << url;
    }
  }
}

TEST(PageKind, RefusesPagesOfTheSite) {
  std::string terms = "<h1>Terms and conditions</h1>";
  for (int i = 0; i < 20; ++i) {
    terms += "<p>" + std::to_string(i) +
             ". You agree that the company may change these conditions at any time, and that the "
             "use of this site after such a change means that you accept it in full.</p>";
  }
  EXPECT_EQ(refusal(read(page(title("Terms and conditions"), terms))),
            "a page of the site about itself");
  struct Row {
    std::string_view title, text;
  };
  constexpr Row kRows[] = {
      {"We will be back soon",
       "Our website is being worked on at the moment and will be back within the hour. We are "
       "sorry for the trouble and thank you for your patience with us."},
      {"Request blocked",
       "Your request was blocked by the protection of this website. Please give the reference "
       "number below to the owner of the website."},
      {"Pagina nu a fost găsită",
       "Ne pare rău, pagina pe care o căutați nu există sau a fost mutată la o altă adresă. "
       "Verificați adresa sau reveniți la pagina principală."},
      {"Η σελίδα δεν βρέθηκε",
       "Λυπούμαστε, η σελίδα που ζητήσατε δεν υπάρχει ή έχει μετακινηθεί. Ελέγξτε τη διεύθυνση."},
      {"הדף לא נמצא",
       "מצטערים, הדף שחיפשת אינו קיים או שהועבר. אנא בדוק את הכתובת או חזור לדף הבית."},
      {"صفحه یافت نشد",
       "متأسفانه صفحه‌ای که به دنبال آن هستید وجود ندارد. "
       "لطفاً "
       "نشانی "
       "را "
       "بررسی "
       "کنید."},
      {"पृष्ठ नहीं मिला", "क्षमा करें, आप जिस पृष्ठ को खोज रहे हैं वह मौजूद नहीं है। कृपया पता जांचें।"},
  };
  for (const Row& row : kRows) {
    const std::string main =
        "<h1>" + std::string(row.title) + "</h1><p>" + std::string(row.text) + "</p>";
    EXPECT_NE(refusal(read(page(title(row.title), main))), "") << row.title;
    EXPECT_NE(refusal(read(std::string(row.title) + "\n\n" + std::string(row.text) + "\n",
                           PageKind::kText)),
              "")
        << row.title;
  }
  EXPECT_NE(refusal(read("Zustimmung\n\nWir und unsere Partner speichern Informationen auf Ihrem "
                         "Gerät, um Ihnen passende Werbung zu zeigen.\n\nSie können Ihre "
                         "Entscheidung jederzeit in den Einstellungen ändern.\n",
                         PageKind::kText)),
            "");
}

TEST(PageKind, RefusesListsWithoutLinkedHeadlines) {
  std::string more;
  std::string leading;
  for (int round = 0; round < 2; ++round) {
    for (size_t i = 0; i < kHeadlines.size(); ++i) {
      more.append("<div><h2>").append(kHeadlines[i]).append("</h2><p>").append(kExcerpts[i]);
      more.append("</p><a href=/n>More</a></div>");
      leading.append("<p><a href=/n>").append(kHeadlines[i]).append("</a> ");
      leading.append(kExcerpts[i]).append(kExcerpts[(i + 1) % 10]).append("</p>");
    }
  }
  EXPECT_NE(refusal(read(page(title("World"), more))), "");
  EXPECT_NE(refusal(read(page(title("World"), leading))), "");
}

TEST(PageKind, KeepsTextOfThePagesOwnData) {
  std::string body;
  for (const std::string_view excerpt : kExcerpts) body.append(excerpt).append(" ");
  const std::string data =
      R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":)"
      R"("A day on the Dal","articleBody":")" +
      body + "\"}</script>";
  const Article article =
      read(page(title("A day on the Dal") + data, "<h1>A day on the Dal</h1><div id=app></div>"));
  EXPECT_EQ(refusal(article), "");
  EXPECT_NE(article.text.view().find("helicopter reached them"), std::string_view::npos);
  // The texts of other stories, on a page that says that it is a list.
  const std::string list = R"(<script type="application/ld+json">{"@type":"CollectionPage",)"
                           R"("mainEntity":{"@type":"ItemList","itemListElement":[{"@type":)"
                           R"("NewsArticle","headline":"A day","articleBody":")" +
                           body + "\"}]}}</script>";
  EXPECT_NE(refusal(read(page(title("Politics") + list, teasers(true)))), "");
}

TEST(PageKind, ReadsTitles) {
  using enum PageVerdict;
  const auto kind = [](std::string_view title) { return find_titled_kind(title).kind; };
  EXPECT_EQ(kind("Error 404: page not found"), kError);
  EXPECT_EQ(kind("Body found in the harbour of Lenna after the storm"), kArticle);
  EXPECT_EQ(kind("Why cookies are not found in Velmark"), kArticle);
  EXPECT_EQ(kind("Search for the missing ferry goes on"), kArticle);
  EXPECT_EQ(kind("Log in"), kLogin);
  EXPECT_EQ(kind("Terms and conditions"), kSite);
  EXPECT_EQ(kind(""), kArticle);
  EXPECT_TRUE(find_titled_kind("Page not found").whole);
  EXPECT_TRUE(find_titled_kind("Error 404: page not found").whole);
  EXPECT_FALSE(find_titled_kind("Missing boat still not found").whole);
  EXPECT_FALSE(find_titled_kind("Forbidden City reopens").whole);
}

TEST(PageKind, TellsNoticesFromNewsOfTheSameThings) {
  using enum PageVerdict;
  struct Row {
    std::string_view text;
    PageVerdict kind;
  };
  constexpr Row kRows[] = {
      {"Please enable JavaScript to go on.", kScripts},
      {"We use cookies on this site.", kConsent},
      {"Geben Sie Ihr Passwort ein, um weiterzulesen.", kLogin},
      {"Saisissez votre mot de passe pour lire la suite.", kLogin},
      {"Strona, której szukasz, nie istnieje.", kError},
      {"Sayfanız taşınmış olabilir, lütfen adresi yazın.", kError},
      {"您访问的页面不存在。", kError},
      {"© 2031. All rights reserved.", kLittle},
      {"The ferry left the quay on Monday.", kArticle},
      {"Shops that use cookies to follow their customers must ask first.", kArticle},
      {"Die Bank hat die Passwörter von zwei Millionen Kunden verloren.", kArticle},
      {"Les sites qui déposent des cookies paieront une amende.", kArticle},
      {"“We use cookies, and you know it,” the head of the shop said in Lenna.", kArticle},
      {"Магазины, которые используют файлы cookie, заплатят штраф.", kArticle},
      {"使用Cookie跟踪顾客的商店必须先征得同意。", kArticle},
  };
  for (const Row& row : kRows) {
    const NoticeShare share = weigh_notices(row.text);
    EXPECT_EQ(share.kind, row.kind) << row.text;
    EXPECT_EQ(share.notice > 0, row.kind != kArticle) << row.text;
    EXPECT_LE(share.notice, share.whole);
  }
  const NoticeShare mixed = weigh_notices(
      "The ministers of justice and of trade resigned on Monday after a third vote on the budget, "
      "and the opposition wants an election. All rights reserved.");
  EXPECT_LT(mixed.notice * 4, mixed.whole);
}

TEST(PageKind, HasNoWordTwice) {
  const auto twice = [](std::vector<std::string_view> all) {
    std::ranges::sort(all);
    const auto found = std::ranges::adjacent_find(all);
    return found == all.end() ? std::string() : std::string(*found);
  };
  EXPECT_EQ(twice(page_phrases()), "");
  EXPECT_EQ(twice(notice_phrases()), "");
  EXPECT_EQ(twice(split(reader_words(), ' ')), "");
}

// More text of its own never turns an article into none.
TEST(PageKind, TakesMoreTextForMoreOfAnArticle) {
  for (const bool text_page : {false, true}) {
    for (const int index : {-4, -1, 0, 1, 3}) {
      for (const size_t links : {0, 11, 12, 300}) {
        for (float own = 0; own <= 1; own += 0.25F) {
          bool before = false;
          for (size_t prose = 0; prose < 3000; prose += 10) {
            const bool now = judge({.text_page = text_page,
                                    .titled = true,
                                    .prose = prose,
                                    .paragraphs = 2,
                                    .links = links,
                                    .own = own,
                                    .index = index}) == PageVerdict::kArticle;
            EXPECT_TRUE(now || !before);
            before = now;
          }
          EXPECT_TRUE(before);
        }
      }
    }
  }
}

}  // namespace
}  // namespace demarche
