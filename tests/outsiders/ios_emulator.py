#!/usr/bin/env python3
"""Runs the iOS shell under unicorn with a mocked Objective-C runtime and prints what it asks of the platform.

    /usr/bin/python3 ios_emulator.py BINARY --web FOLDER

It catches a missing class or method, a wrong entry point and bad code; it says nothing about the real system.
Exit code: 0 it ran through, 1 it crashed or did what no system would take.
"""
import argparse
import sys

from ios.machine import Fault, Machine
from ios.runtime import Runtime

START_TASK = "webView:startURLSchemeTask:"
TASKS = [
    ("index.html", {}), ("index.html", {"Range": "bytes=2-5"}), ("index.html", {"Range": "bytes=99999999-"}),
    ("missing.png", {}), ("some/route", {}), ("../slipway.json", {}), ("%2e%2e/slipway.json", {}),
]


def main():
    parser = argparse.ArgumentParser(description="Runs the iOS shell under unicorn.")
    parser.add_argument("binary")
    parser.add_argument("--web", required=True)
    arguments = parser.parse_args()
    runtime = Runtime(Machine(arguments.binary), arguments.web)
    try:
        flow(runtime)
        code = 0
    except Fault as fault:
        runtime.log(f"FAULT {fault}")
        code = 1
    print("\n".join(runtime.trace))
    return code


def flow(runtime):
    runtime.machine.call(runtime.machine.entry, 0, 0)
    if runtime.delegate is None:
        raise Fault("main did not reach UIApplicationMain")
    delegate = own(runtime, runtime.delegate)
    application = runtime.mock("UIApplication")
    if implements(runtime, delegate, "application:didFinishLaunchingWithOptions:"):
        runtime.send(delegate, "application:didFinishLaunchingWithOptions:", application, 0)
    scene = first_implementing(runtime, "scene:willConnectToSession:options:")
    runtime.send(scene, "scene:willConnectToSession:options:", runtime.mock("UIWindowScene"), runtime.mock("UISceneSession"),
                 runtime.mock("UISceneConnectionOptions"))
    controllers = [a for a, o in runtime.objects.items() if a != scene and implements(runtime, a, "viewDidLoad")]
    if not controllers:
        raise Fault("no view controller was made")
    for selector in ("loadView", "viewDidLoad"):
        if implements(runtime, controllers[0], selector):
            runtime.send(controllers[0], selector)
    serve(runtime)
    delegate_calls(runtime)


def delegate_calls(runtime):
    """What the web view asks of its delegates. The arguments follow WKNavigationDelegate and WKUIDelegate."""
    view, address = runtime.mock("WKWebView"), runtime.mock("NSURL", "https://example.org/page")
    request = runtime.mock("NSURLRequest", None, URL=address, HTTPMethod=runtime.wrap("GET"), mainDocumentURL=address)
    frame = runtime.mock("WKFrameInfo", None, isMainFrame=1, request=request)
    action = runtime.mock("WKNavigationAction", None, request=request, targetFrame=frame, sourceFrame=frame)
    origin = runtime.mock("WKSecurityOrigin", None, protocol=runtime.wrap("app"), host=runtime.wrap("localhost"))
    for selector, arguments in (
            ("webView:decidePolicyForNavigationAction:decisionHandler:", (view, action, runtime.callback("decision"))),
            ("webView:runJavaScriptAlertPanelWithMessage:initiatedByFrame:completionHandler:",
             (view, runtime.wrap("hello"), frame, runtime.callback("alert"))),
            ("webView:requestMediaCapturePermissionForOrigin:initiatedByFrame:type:decisionHandler:",
             (view, origin, frame, 2, runtime.callback("media"))),
            ("webViewWebContentProcessDidTerminate:", (view,))):
        receiver = next((a for a in list(runtime.objects) if implements(runtime, a, selector)), None)
        if receiver is None:
            runtime.log(f"! nothing implements {selector}")
        else:
            runtime.send(receiver, selector, *arguments)


def serve(runtime):
    handlers = [a for a in runtime.objects if implements(runtime, a, START_TASK)]
    if not handlers:
        raise Fault("no scheme handler was made")
    view = runtime.mock("WKWebView")
    for path, headers in TASKS:
        address = runtime.mock("NSURL", "app://localhost/" + path)
        request = runtime.mock("NSURLRequest", None, URL=address, headers=headers, HTTPMethod=runtime.wrap("GET"), mainDocumentURL=address)
        runtime.log(f"= {path} {headers or ''}".rstrip())
        task = runtime.mock("WKURLSchemeTask", None, request=request)
        runtime.send(handlers[0], START_TASK, view, task)
    runtime.send(handlers[0], "webView:stopURLSchemeTask:", view, task)


def own(runtime, name):
    address = runtime.class_named(name)
    if address not in runtime.classes:
        raise Fault(f"the class {name} is not in the image")
    return runtime.create(address)


def implements(runtime, address, selector):
    return runtime.find(runtime.machine.read64(address), selector) is not None


def first_implementing(runtime, selector):
    for address, own_class in list(runtime.classes.items()):
        if own_class.size and selector in own_class.methods:
            return runtime.create(address)
    raise Fault(f"no class implements {selector}")


if __name__ == "__main__":
    sys.exit(main())
