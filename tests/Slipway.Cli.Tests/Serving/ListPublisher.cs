using System.Net;
using System.Net.Sockets;

namespace Slipway.Cli.Tests.Serving;

/// <summary>Publishes a list over HTTP with an entity tag, and counts who had it already.</summary>
internal sealed class ListPublisher : IDisposable
{
    private readonly HttpListener _listener;
    private byte[] _content = [];
    private string _tag = "";

    public ListPublisher()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }

        _listener = new HttpListener { Prefixes = { Address } };
        _listener.Start();
        _ = AnswerAsync();
    }

    public string Address { get; }

    public int Sent { get; private set; }

    public int NotModified { get; private set; }

    public void Publish(string content) => (_content, _tag) = (System.Text.Encoding.UTF8.GetBytes(content), $"\"{Guid.NewGuid():N}\"");

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            context.Response.Headers["ETag"] = _tag;
            if (context.Request.Headers["If-None-Match"] == _tag)
            {
                NotModified++;
                context.Response.StatusCode = 304;
                context.Response.Close();
            }
            else
            {
                Sent++;
                context.Response.Close(_content, willBlock: true);
            }
        }
    }
}
