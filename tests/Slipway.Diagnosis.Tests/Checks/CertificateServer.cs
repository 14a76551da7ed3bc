using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Diagnosis.Tests.Checks;

/// <summary>A server that shows a certificate, and answers every request with an empty page.</summary>
internal sealed class CertificateServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _work;

    public CertificateServer(X509Certificate2 certificate)
    {
        _listener.Start();
        _work = ServeAsync(certificate);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _work;
    }

    private async Task ServeAsync(X509Certificate2 certificate)
    {
        try
        {
            while (true)
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync(), certificate);
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException)
        {
            // The listener is closed: while it waited, or before it waited again.
        }
    }

    private static async Task AnswerAsync(TcpClient client, X509Certificate2 certificate)
    {
        using (client)
        {
            try
            {
                await using var secure = new SslStream(client.GetStream());
                await secure.AuthenticateAsServerAsync(certificate);
                if (await secure.ReadAsync(new byte[4096]) > 0)
                    await secure.WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
            }
            catch (Exception e) when (e is IOException or AuthenticationException)
            {
                // It looked at the certificate only.
            }
        }
    }
}
