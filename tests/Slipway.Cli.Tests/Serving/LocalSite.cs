using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Slipway.Cli.Tests.Serving;

/// <summary>Web servers of others by the name localhost: files for git, a registry for npm, a feed for dotnet, a page for a browser.</summary>
internal sealed class LocalSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly X509Certificate2 _certificate;

    private LocalSite(WebApplication app, X509Certificate2 certificate) => (_app, _certificate) = (app, certificate);

    public int Port => new Uri(_app.Urls.First()).Port;

    public string Address => $"https://localhost:{Port}";

    /// <summary>Starts it over a folder; its certificate is written to a file.</summary>
    public static async Task<LocalSite> StartAsync(string folder, string certificateFile)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllTextAsync(certificateFile, certificate.ExportCertificatePem());
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var app = builder.Build();
        app.Run(context => AnswerAsync(context, folder));
        await app.StartAsync();
        return new LocalSite(app, certificate);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    private static Task AnswerAsync(HttpContext context, string folder)
    {
        var file = Path.GetFullPath(folder + context.Request.Path.Value);
        if (!file.StartsWith(folder, StringComparison.Ordinal) || !File.Exists(file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        context.Response.ContentType = Path.GetExtension(file) switch { ".json" => "application/json", ".html" => "text/html", _ => "application/octet-stream" };
        return context.Response.SendFileAsync(file);
    }
}
