using Slipway.Contract.Tests.Walk;
using Slipway.Server;

namespace Slipway.Contract.Tests.Served;

/// <summary>The description that a real server gives of itself.</summary>
internal static class ServedDescription
{
    public static async Task<ApiDescription> ReadAsync(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("slipway-contract-");
        try
        {
            await using var server = await SlipwayServer.CreateAsync(new ServerOptions(Path.Combine(folder.FullName, "data")) { Urls = ["http://127.0.0.1:0"], Logs = false }, cancellation);
            await server.StartAsync(cancellation);
            using var http = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
            var description = ApiDescription.Parse(await http.GetStringAsync("/openapi/v1.json", cancellation));
            await server.StopAsync(cancellation);
            return description;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
