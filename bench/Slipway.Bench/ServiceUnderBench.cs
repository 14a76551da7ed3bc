using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Slipway.Bench;

/// <summary>A separate service with one worker.</summary>
internal sealed class ServiceUnderBench : IDisposable
{
    private readonly Process _process;

    private ServiceUnderBench(Process process, HttpClient client)
    {
        _process = process;
        Client = client;
    }

    /// <summary>Knows the address and the administrator's token.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts a service with empty data and waits until its worker is ready.</summary>
    public static async Task<ServiceUnderBench> StartAsync(string program, string data)
    {
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
        var process = Process.Start(new ProcessStartInfo(program, ["serve", "--urls", "http://127.0.0.1:0", "--data", data, "--json"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var client = new HttpClient { Timeout = TimeSpan.FromMinutes(5) };
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var next = JsonDocument.Parse(line).RootElement;
            switch (next.GetProperty("event").GetString())
            {
                case "listening":
                    client.BaseAddress = new Uri(next.GetProperty("urls")[0].GetString()!);
                    break;
                case "token":
                    client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", next.GetProperty("token").GetString());
                    break;
                case "worker.ready":
                    _ = process.StandardOutput.ReadToEndAsync();
                    return new ServiceUnderBench(process, client);
            }
        }

        throw new InvalidOperationException("The service did not start.");
    }

    public void Dispose()
    {
        Client.Dispose();
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            kill.WaitForExit();
        _process.WaitForExit();
        _process.Dispose();
    }
}
