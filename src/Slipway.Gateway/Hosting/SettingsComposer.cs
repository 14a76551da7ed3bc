using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Slipway.Connect.Proxies;
using Slipway.Gateway.Clients;
using Slipway.Gateway.Configuration;
using Slipway.Gateway.Decisions;
using Slipway.Gateway.Policy;
using Slipway.Gateway.Tunnels;
using Slipway.Gateway.Upstreams;
using Slipway.Protocol.Gateways;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Hosting;

/// <summary>Makes of a configuration what the proxy works with: rules are read, files are opened, and the whole is tried.</summary>
/// <param name="clock">Tells the time.</param>
public sealed class SettingsComposer(TimeProvider clock)
{
    // Of RFC 2606 and RFC 5737: nobody lists them, unless by a rule for everything.
    private static readonly Destination[] Unlisted =
    [
        Destination.Of(IPAddress.Parse("192.0.2.1"), 443),
        Destination.Of(IPAddress.Parse("2001:db8::1"), 443),
    ];

    /// <summary>Composes settings.</summary>
    /// <param name="configuration">What somebody set.</param>
    /// <param name="builder">What <c>Builder</c> in a list stands for.</param>
    /// <param name="route">How destinations are reached.</param>
    /// <param name="decided">Gets each decision.</param>
    /// <exception cref="ProblemException">Something cannot be used; all rules that cannot are named.</exception>
    public ProxySettings Compose(GatewayConfiguration configuration, IReadOnlyList<ServiceHost> builder, IRoute route, Action<Decision>? decided)
    {
        var certificates = CertificateRule.Read(configuration.Clients, clock);
        var settings = new ProxySettings
        {
            Allow = new AllowList(Rules(configuration.Allow, builder, AllowRule.Parse), Rules(configuration.Deny, builder, AllowRule.ParseDenied)),
            Addresses = new AddressRule(configuration.AllowAddresses, []),
            Clients = configuration.Clients.From.Count > 0 ? configuration.Clients.From : null,
            Authenticator = Authenticator(configuration.Clients, certificates),
            ClientTls = configuration.Tls is { } tls ? Tls(tls, certificates) : null,
            Route = route,
            Limits = configuration.Limits,
            Timeouts = configuration.Timeouts,
            ReportOnly = configuration.ReportOnly,
            Decided = decided,
        };
        if (Array.Find(Unlisted, destination => settings.Allow.Decide(destination).IsAllowed) is { } open)
            throw new ProblemException(GatewayProblems.SelfTestFailed.At("allow", $"The rules lead to {open}, which stands for everything that nobody listed."));
        return settings;
    }

    /// <summary>How destinations are reached.</summary>
    /// <exception cref="ProblemException">A parent cannot be used.</exception>
    public IRoute Route(GatewayConfiguration configuration)
    {
        if (configuration.Upstreams.Count == 0)
            return DirectRoute.Instance;
        if (!configuration.ResolveHere && configuration.NoUpstream.Count > 0)
            throw new ProblemException(GatewayProblems.SettingInvalid.At(configuration.NoUpstream[0].Place, "What is reached without a parent has to be looked up here: noUpstream does not go with \"resolve\": \"upstream\"."));
        return new UpstreamRoute([.. configuration.Upstreams.Select(Parent)], Rules(configuration.NoUpstream, [], AllowRule.ParseDenied), configuration.ResolveHere);
    }

    private static AllowRule[] Rules(IReadOnlyList<WrittenRule> texts, IReadOnlyList<ServiceHost> builder, Func<string, AllowRule> parse)
    {
        var (rules, problems) = (new List<AllowRule>(), new List<Problem>());
        foreach (var text in texts)
        {
            try
            {
                if (text.IsServiceHosts)
                    rules.AddRange(builder.Select(host => parse($"{host.Name}:{host.Port}")));
                else if (parse(text.Text) is var rule)
                    rules.Add(rule with { RequiresTls = rule.RequiresTls && text.Tls });
            }
            catch (ProblemException)
            {
                problems.Add(GatewayProblems.RuleInvalid.At(text.Place, $"{text.Text} is not a host, *.host or a network, with ports after a colon."));
            }
        }

        return problems.Count == 0 ? [.. rules] : throw new ProblemException(problems);
    }

    private IClientAuthenticator? Authenticator(ClientSettings clients, CertificateRule? certificates) => clients.Passwords is { } passwords
        ? new PasswordAuthenticator(PasswordFile.Read(passwords), clients.Realm, clock)
        : certificates is null ? null : new CertificateAuthenticator(certificates);

    // Where both are asked for, the certificate opens the connection and the password says who it is.
    private static SslServerAuthenticationOptions Tls(ListenerTls files, CertificateRule? certificates)
    {
        var (own, others) = PemFiles.Identity(files);
        return new SslServerAuthenticationOptions
        {
            ServerCertificateContext = SslStreamCertificateContext.Create(own, others, offline: true),
            ClientCertificateRequired = certificates is not null,
            RemoteCertificateValidationCallback = certificates is null ? null : (_, shown, chain, _) => shown is X509Certificate2 certificate && certificates.NameOf(certificate, chain?.ChainPolicy.ExtraStore) is not null,
        };
    }

    private UpstreamParent Parent(UpstreamSettings upstream) => new(
        upstream.Url,
        upstream.Scheme switch
        {
            UpstreamAuthentication.Basic => new BasicLogin(upstream.User!, FirstLine(upstream.PasswordFile!)),
            UpstreamAuthentication.Negotiate => new NegotiateLogin(upstream.Url.IdnHost, upstream.User, upstream.PasswordFile is { } file ? FirstLine(file) : null),
            _ => null,
        },
        upstream.CertificateAuthority is { } authority ? PemFiles.Certificates(authority) : null,
        clock);

    private static string FirstLine(string file)
    {
        try
        {
            using var reader = new StreamReader(file);
            return reader.ReadLine() is { Length: > 0 } line ? line : throw new ProblemException(GatewayProblems.SettingInvalid.At(file, "The first line of the file, the password, is empty."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(GatewayProblems.SettingInvalid.At(file, "The file of the password is missing or cannot be read."), e);
        }
    }
}
