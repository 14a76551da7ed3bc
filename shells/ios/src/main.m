#import "../declare/uikit.h"

int main(int argumentCount, char *arguments[]) {
    @autoreleasepool {
        return UIApplicationMain(argumentCount, arguments, nil, @"SLWAppDelegate");
    }
}
