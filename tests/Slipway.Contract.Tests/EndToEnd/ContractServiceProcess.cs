using System.Net.Http.Headers;
using Slipway.Contract.Tests.Generated;

namespace Slipway.Contract.Tests.EndToEnd;

/// <summary>A real service with a real worker, in processes of their own, and clients of it.</summary>
internal sealed class ContractServiceProcess : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly ServiceProcess _process;

    private ContractServiceProcess(TemporaryFolder folder, ServiceProcess process, Uri address, string token)
    {
        _folder = folder;
        _process = process;
        Http = new HttpClient { BaseAddress = address };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        ContractHttp = new HttpClient { BaseAddress = new Uri(address, "/api/native-mobile-builds/v1/") };
        ContractHttp.DefaultRequestHeaders.Authorization = Http.DefaultRequestHeaders.Authorization;
        Client = new BuildsClient(ContractHttp);
    }

    /// <summary>Calls what the contract lacks.</summary>
    public HttpClient Http { get; }

    /// <summary>The client that was generated from the contract.</summary>
    public BuildsClient Client { get; }

    private HttpClient ContractHttp { get; }

    public static async Task<ContractServiceProcess> StartAsync()
    {
        var folder = new TemporaryFolder();
        var process = ServiceProcess.Start(["serve", "--urls", "http://127.0.0.1:0", "--data", folder["data"], "--slots", "1"]);
        var address = new Uri((await process.NextAsync("listening")).GetProperty("urls")[0].GetString()!);
        return new ContractServiceProcess(folder, process, address, (await process.NextAsync("token")).GetProperty("token").GetString()!);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        ContractHttp.Dispose();
        _process.Signal("TERM");
        await _process.EndAsync();
        await _process.DisposeAsync();
        _folder.Dispose();
    }
}
