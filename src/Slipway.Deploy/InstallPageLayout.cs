using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Slipway.Deploy;

/// <summary>The layout of installation pages, the same on every platform.</summary>
internal static class InstallPageLayout
{
    private const string Style =
        """
        :root{color-scheme:light dark;--back:#f2f2f7;--card:#fff;--text:#1c1c1e;--soft:#5f5f66;--line:#e0e0e6;--act:#0060d1;--on:#fff}
        @media(prefers-color-scheme:dark){:root{--back:#000;--card:#1c1c1e;--text:#f2f2f7;--soft:#a5a5ad;--line:#38383c;--act:#4da3ff;--on:#001a33}}
        *{box-sizing:border-box}
        body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px max(16px,env(safe-area-inset-left));background:var(--back);color:var(--text);font:17px/1.45 -apple-system,system-ui,"Segoe UI",Roboto,sans-serif}
        main{width:100%;max-width:420px;background:var(--card);border-radius:24px;padding:32px 28px;text-align:center}
        .icon{width:112px;height:112px;border-radius:25px;border:1px solid var(--line);display:block;margin:0 auto 20px}
        h1{font-size:28px;line-height:1.15;margin:0 0 4px;overflow-wrap:anywhere}
        p{margin:0}.soft{color:var(--soft);font-size:15px}
        a.install{display:block;margin:24px 0 20px;padding:14px;border-radius:14px;background:var(--act);color:var(--on);font-weight:600;text-decoration:none}
        a.install:focus-visible{outline:3px solid var(--text);outline-offset:3px}
        dl{display:grid;grid-template-columns:auto 1fr;gap:10px 16px;margin:0;padding:18px 0;border:solid var(--line);border-width:1px 0;font-size:15px}
        dt{text-align:left;color:var(--soft)}dd{margin:0;text-align:right;overflow-wrap:anywhere}
        .qr{margin:22px auto 12px;width:176px;border-radius:12px;overflow:hidden;border:1px solid var(--line)}.qr svg{display:block}
        """;

    /// <summary>Writes a page.</summary>
    public static byte[] Write(InstallPageContent content)
    {
        var name = Text(content.Name);
        var facts = string.Join('\n', content.Facts.Select(fact => $"<dt>{Text(fact.Name)}</dt><dd>{Text(fact.Value)}</dd>"));
        var page =
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{InstallPage.Policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
            <meta name="robots" content="noindex">
            <meta name="referrer" content="no-referrer">
            <title>Install {name}</title>
            <style>{Style}</style>
            </head>
            <body>
            <main>
            <img class="icon" src="data:image/png;base64,{Convert.ToBase64String(content.Icon.Span)}" alt="" width="112" height="112">
            <h1>{name}</h1>
            <p class="soft">{Text(content.Version)}</p>
            <a class="install" href="{Text(content.Link)}">Install {name}</a>
            <dl>
            {facts}
            </dl>
            <div class="qr" role="img" aria-label="QR code with the address of this page">{content.Code.ToSvg()}</div>
            <p class="soft">{Text(content.Hint)}</p>
            </main>
            </body>
            </html>

            """;
        return Encoding.UTF8.GetBytes(page);
    }

    /// <summary>Hash of the style sheet, for the page's security policy.</summary>
    public static string StyleHash { get; } = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    /// <summary>Formats a size in KB or MB.</summary>
    public static string Size(long bytes) => bytes < 1_000_000 ? $"{Math.Max(1, bytes / 1000)} KB" : $"{bytes / 1_000_000.0:0.0} MB";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
