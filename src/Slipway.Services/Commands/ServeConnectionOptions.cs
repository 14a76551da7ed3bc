using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Slipway.Server;

namespace Slipway.Services.Commands;

/// <summary>Options of <c>slipway serve</c> for limits of connections.</summary>
internal sealed class ServeConnectionOptions
{
    private static readonly ConnectionSettings Usual = new();

    private readonly Option<int?> _most = Number<int?>("--max-connections", 1_000_000, "Maximum number of connections. Default: 10,000, or what the limit of open files allows. At the limit, the connection that has been idle longest is closed.");
    private readonly Option<int?> _mostPerAddress = Number<int?>("--max-connections-per-address", 1_000_000, "Maximum number of connections from one network address. Default: a quarter of --max-connections.");
    private readonly Option<int> _streams = Number<int>("--max-streams", 10_000, "Maximum number of concurrent requests on an HTTP/2 connection.");
    private readonly Option<int> _idle = Number<int>("--idle-seconds", 3600, "Keep-alive timeout of a connection, in seconds. That of a proxy in front must be shorter.");
    private readonly Option<int> _head = Number<int>("--head-seconds", 3600, "Timeout for a TLS handshake and for the headers of a request, in seconds.");

    public ServeConnectionOptions()
    {
        _streams.DefaultValueFactory = _ => Usual.MostStreams;
        _idle.DefaultValueFactory = _ => (int)Usual.IdleTime.TotalSeconds;
        _head.DefaultValueFactory = _ => (int)Usual.HeadTime.TotalSeconds;
    }

    public IReadOnlyList<Option> All => [_most, _mostPerAddress, _streams, _idle, _head];

    public ConnectionSettings Settings(ParseResult result) => new()
    {
        Most = result.GetValue(_most),
        MostPerAddress = result.GetValue(_mostPerAddress),
        MostStreams = result.GetValue(_streams),
        IdleTime = TimeSpan.FromSeconds(result.GetValue(_idle)),
        HeadTime = TimeSpan.FromSeconds(result.GetValue(_head)),
    };

    private static Option<T> Number<T>(string name, int most, string description)
    {
        var option = new Option<T>(name) { Description = description, HelpName = "number" };
        option.Validators.Add(result => Check(result, most));
        return option;
    }

    private static void Check(OptionResult result, int most)
    {
        foreach (var token in result.Tokens.Select(t => t.Value))
        {
            if (!int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > most)
                result.AddError($"{result.Option.Name} {token} is not a number from 1 to {most}.");
        }
    }
}
